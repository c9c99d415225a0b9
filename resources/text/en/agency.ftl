# The agency's program: registering locks, replacing a site lock, the staff table.

help-register = Enter, change or revoke the locks of a site; with a place to write to, also make the lock register
help-register-lock = A lock's registration request; may be given several times
help-register-room = Which room an invigilation lock serves, as “lock number=room number”; may be given several times; without a room number it becomes spare
help-register-vpn-key = Number of a VPN key; may be given several times
help-register-revoke = Number of a lock to revoke; may be given several times
help-register-reference = Reference of the registration; a lost lock counts again only under another one
help-register-out = Where the lock register is written; a site without exam data gets its locks with them and needs none
register-needs-request = Making the lock register takes the site registration request
register-lock = { $kind } { $serial }{ $room ->
    [none] {""}
   *[other] {", "}room { $room }
    }{ $software ->
    [yes] {", "}software lock
   *[no] {""}
    }{ $revoked ->
    [yes] {", "}revoked
   *[no] {""}
    }{ $fingerprint ->
    [none] {""}
   *[other] {", "}key fingerprint { $fingerprint }
    }
register-issued = Lock register number { $number } is made: { $path }. Compare the key fingerprints above with the site in person or by telephone before it is handed out.

help-replace = Replace a site lock: revoke the lost one, hand the key of the site's data to the new one, and make the grant
help-replace-request = The site lock replacement request, made at the site with the new lock
help-replace-fingerprint = The new lock's key fingerprint, as the site reads it out in person or by telephone
replaced = Site lock { $old } is revoked and { $serial } stands in its place; grant: { $path }

fault-not-a-date = not a date as in 2026-06-19
fault-staff-is-candidate = someone on the staff table sits this exam and cannot serve at the site; found is the ticket number

trouble-fingerprint-wrong = The fingerprint that was read out differs from that of the new lock's key in the request ({ $found }); no grant was made. The agency compares again with the site; if they still differ, the request was not made with that lock and is refused.
