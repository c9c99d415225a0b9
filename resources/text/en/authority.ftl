# Locks and authority.

authority-no-package = No exam package yet; it is taken in on “Arrangement” first
authority-take = Take in an authorization
authority-files = Authorizations
authority-taken = Authorization verified and entered
authority-serial = Serial

authority-starts = Start authorization
authority-starts-how = One for each session, taken from its time on before the unified start. Without a file its text can be scanned or pasted.
authority-session = Session
authority-starts-at = Unified start
authority-opens = Opens
authority-state = State
authority-there = Taken at { $time }, serial { $serial }
authority-there-late = Taken at { $time } ({ $late } min after it opened), serial { $serial }
authority-ahead = From { $time }
authority-token = Text of the authorization
authority-enter = Enter the text
authority-practice = Get the start authorization (practice)
authority-practice-for = Fetch it: { $session } (practice)

authority-exam = Exam authorization
authority-exam-missing = Not there yet; take in the file from the province

authority-site-lock = Site lock
authority-lock-in = In place
authority-lock-out = Not found
authority-lock-made = Kind
authority-software = Software lock, for practice only
authority-soft = Software lock
authority-hardware = Hardware lock
authority-fingerprint = Key fingerprint
authority-register = Register
authority-registered = It stands in the lock register of the package
authority-no-register = Checked when the exam package is in

authority-room-locks = Invigilation locks
authority-room = Room
authority-unregistered = Not registered
authority-rooms-without = { $count ->
    [one] One room without a registered lock
   *[other] { $count } rooms without a registered lock
    }
authority-rooms-all = { $count ->
    [one] The room has its lock
   *[other] All { $count } rooms have their locks
    }
