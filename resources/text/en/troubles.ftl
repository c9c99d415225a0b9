# The world failed: first what happened, then what to do now.

## Store and journal

trouble-store-in-use = The data here ({ $file }) are open in another window of this program. Go on in that window; if it cannot be found, close the others and open again.
trouble-store-missing = The folder { $file } holds no site data. The site system administrator checks the folder chosen; a new site is enrolled first.
trouble-store-exists = The folder { $file } already holds data; nothing was changed. Use an empty folder, or open the data that are there.
trouble-store-damaged = The data file { $file } is damaged and cannot be used further. { $entry ->
    [0] It is not known how far the journal could be read.
   *[other] The journal was read to about entry { $entry }.
    } Stop working on this machine and keep all files; the site system administrator reports to the exam office and compares with the latest backup.
trouble-store-other-lock = These data open with site lock { $expected }; the one inserted is { $found }. The site system administrator inserts site lock { $expected } and opens again.
trouble-chain-broken = From entry { $entry } on the journal does not continue what stands before; it may have been altered. Stop working on this machine and keep all files; the site system administrator reports to the exam office and the provincial exam agency and compares with the latest backup.
trouble-entry-unreadable = Entry { $entry } of the journal cannot be understood; a newer version of the program may have written it. The site system administrator opens it with that version; if that fails, keep all files and report to the exam office.
trouble-cut-short = The journal ends at entry { $entry }, but was marked up to entry { $marked }: what follows is missing, perhaps because older data were restored. Stop working on this machine and keep all files; the site system administrator reports to the exam office and the provincial exam agency and compares with the latest backup.
trouble-mark-missing = The site lock holds no mark of this journal, which has { $entry } entries: nobody can tell whether older data were put back. Keep all files and the lock; the site system administrator reports to the exam office and compares with the newest backup and the signed records. Rooms go on; note on paper what happens.
trouble-rewritten = Entry { $entry } of the journal differs from its earlier mark; it may have been rewritten. Stop working on this machine and keep all files; the site system administrator reports to the exam office and the provincial exam agency and compares with the latest backup.
trouble-write-doubtful = It is not certain that the last step reached the disk; everything up to entry { $entry } is saved. The site system administrator opens the data again, sees whether the step stands, and only then repeats it.
trouble-medium-full = The medium is full and { $file } was not written out; what was recorded is safe. The site system administrator changes the medium or frees space and writes it out again.
trouble-medium-small = { $file } needs { $needed } MB and { $free } MB are free there, so nothing was written. The site system administrator frees space or takes another registered medium.
trouble-folder-unfit = { $file } cannot be copied: { $reason ->
    [link] it is a link, and what it leads to would not come along
    [special] it is no plain file
    [name] its name cannot be written down
    [deep] its folders are too deep, or its name too long
    [large] it is larger than 8 GB
    [many] the folder holds too many files
   *[empty] there is no file in it
    }. Nothing was entered. The site system administrator lets the room put together its data as plain files once more.
trouble-passphrase-short = A passphrase for real use has at least { $signs } characters. Choose another one and run this again; a lost passphrase cannot be replaced.
trouble-site-code-wrong = “{ $found }” is no site code: it has 4 to 12 digits. Check it and run this again.
trouble-disk-full = The disk is full and { $file } was not written: nothing of the last step was kept, everything before it is safe. The site system administrator frees disk space, opens again and repeats the step.
trouble-blob-damaged = A file kept here (digest { $digest }) is damaged. Stop working on this machine and keep all files; the site system administrator reports to the exam office and compares with the latest backup.
trouble-blob-missing = A file that is needed (digest { $digest }) is not kept here. The site system administrator imports it again; if it was imported before, compare with a backup and report to the exam office.
trouble-console-stopped = The last step failed while it was written, so nothing more is taken. Everything up to entry { $entry } is saved. The site system administrator opens the data again and goes on.
trouble-superseded = Since { $since } this machine is no longer the site's record: the site lock serves at the machine that took the day up ({ $machine }), which goes on after entry { $entry }. Stop working here and keep all files; the site system administrator works at the other machine, where what was entered here after entry { $entry } is listed and typed in.
trouble-mirror-failed = The mirror stopped: { $reason ->
    [medium_gone] its medium is not in this machine
    [medium_full] its medium is full
    [other_medium] the medium holds the mirror of other data
    [not_followed] the mirror on the medium does not continue into this machine's journal
   *[write_failed] its medium cannot be written
    }. Entries go on being saved on this machine; the site system administrator restores or changes the mirror on the Backups page.
trouble-mirror-missing = { $file } holds no mirror of this site, so nothing was taken up. The site system administrator checks the medium and the folder; where there is no mirror, compare the newest backup and the paper records, and report to the exam office.
trouble-mirror-busy = The mirror is being written just now, so nothing was erased. Clean again once it has caught up.
trouble-mirror-not-here = The medium { $label } holds a mirror of this site and is not plugged in, so nothing was erased. The site system administrator plugs it in and cleans again; where it was handed over or lost, this is entered in the register of media first.
trouble-personal-erased = The data of this site were cleaned: the key of the personal data is gone, and this cannot be read any more. To check something, look at the forms that are kept and at the journal, or ask the province, which has the backups.
trouble-erase-failed = { $file } could not be removed, and the cleaning has not come to its end. The site system administrator closes the program that uses it, checks the permissions and opens the store again: it goes on from there.

## Passphrases, keys, locks

trouble-wrong-passphrase = The passphrase is not right; { $file } was not opened. Check capital letters and input method and enter it again; without the passphrase there is no other way to open it.
trouble-wrong-pin = The code or PIN is not right. Its owner checks it and enters it again.
trouble-pin-blocked = The PIN of the lock was entered wrongly too often and is blocked. Stop entering it; the site system administrator asks the agency that issued the lock to unblock or replace it.
trouble-pin-waits = A wrong PIN was entered too often. Try again in { $seconds } s; whoever forgot the PIN recovers it before two others on the page “People”.
trouble-pin-unfit = { $rule ->
    [short] The new PIN has fewer than { $signs } signs. Choose another one of at least { $signs }.
    [one-sign] The new PIN is one sign repeated. Choose one that is hard to guess.
    [run] The new PIN is a plain run of digits or letters. Choose one that is hard to guess.
    [code] The new PIN is the staff code. Choose one that is hard to guess.
    [same] The new PIN is the present one. Choose another one.
   *[signs] The new PIN holds signs that cannot be shown. Turn the input method off and choose one of digits and letters.
 }
trouble-recovery-missing = The exam package brought no recovery passphrases, so no PIN can be recovered here. The site system administrator asks the province.
trouble-recovery-wrong = The two sealed passphrases are not right; no PIN was recovered. Compare capital letters with the paper and enter them again; both are opened, in either order.
trouble-wrong-key = The key in the site lock does not open { $file }. The site system administrator checks that it is this site's lock; if it is, report to the exam office and compare with a backup.
trouble-lock-removed = The lock does not answer ({ $reason ->
    [removed] it is not plugged in
    [exchanged] another lock is in its place
    [logged_out] it ended the session
    [device_error] it reports an error
    [driver_gone] its driver broke off
    [driver_missing] its driver is not there
   *[no_answer] no answer in time
 }), and the last step was not completed. The site system administrator inserts the lock and repeats the step; an exam under way is not affected.
trouble-lock-damaged = The data on the lock cannot be read. The site system administrator removes and inserts it once more; if that fails, report to the exam office and have the provincial exam agency replace the lock.
trouble-lock-kind-wrong = { $found } is plugged in, not the site lock { $expected } of this site. Pull it out and insert the site lock; invigilation locks are inserted only when they are taken into use on the page Locks and authority.
trouble-pin-needed = The site lock { $lock } is in. Enter its PIN to open the data of this machine.
trouble-lock-in-service = This lock already serves a site or a room. It is cleared and registered anew only by whoever provisions locks; otherwise take another lock.
trouble-lock-doubled = Two locks that are plugged in claim the same number. Pull one of them out, find out which is the registered one, and repeat the step.
trouble-lock-full = The memory of the lock is full; nothing was written. The site system administrator asks the agency that issued the lock to clear or replace it.
trouble-software-lock-refused = A real exam takes no software lock. The site system administrator inserts the registered site lock; for practice, use practice files.

## Files

trouble-package-missing = This console has no exam data yet. The site system administrator first imports them on the Arrangement page.
trouble-file-missing = The file { $file } cannot be read or written: it is not there, its medium was removed, or access is denied. The site system administrator checks medium and file name and tries again.
trouble-file-damaged = The file { $file } is damaged or incomplete and was not used. The site system administrator gets it again from its sender.
trouble-file-too-large = The file { $file } exceeds the limit of { $limit } bytes and was not used. Check that it is the right file, or the site system administrator asks its sender.
trouble-file-not-for-us = The file { $file } is not encrypted to this console and cannot be opened. The site system administrator checks that it is for this site and gets it again from its sender.
trouble-member-strange = The file { $file } holds something that does not belong there ({ $member }) and was not used. The site system administrator has its sender make it again.
trouble-member-doubled = The file { $file } holds something twice ({ $member }) and was not used. The site system administrator has its sender make it again.
trouble-member-missing = The file { $file } lacks { $member } and was not used. The site system administrator gets the complete file.
trouble-member-differs = In the file { $file }, { $member } differs from the signed list, so the file was not used. The site system administrator gets it again from its sender.
trouble-field-doubled = { $file }{ $line ->
    [0] {""}
   *[other] , line { $line },
    } has the field { $field } twice and was not used. The site system administrator has its sender make it again.
trouble-content-unfit = { $file }{ $line ->
    [0] {""}
   *[other] , line { $line },
    } does not have the expected form ({ $problem }) and was not used. The site system administrator has its sender make it again.
trouble-signature-bad = The signature of the { $document } does not hold; its content may have been altered, and it was not used. The site system administrator gets it again from its issuer, and reports to the exam office if that fails.
trouble-signer-unknown = The signer of the { $document } ({ $signer }) is not registered, so it was not used. The site system administrator checks where the file came from and the lock register, and contacts the provincial exam agency.
trouble-kind-wrong = This is not the right file: { $expected } is needed here, { $found } was read. The site system administrator chooses another file.
trouble-mode-wrong = Practice and real do not mix: this is { $expected }, what was read is { $found }. The site system administrator uses a file of the same mode.
trouble-exam-wrong = What was read belongs to exam { $found }; exam { $expected } is needed here. The site system administrator chooses another file.
trouble-site-wrong = What was read belongs to site { $found }; site { $expected } is needed here. The site system administrator chooses another file.
trouble-session-wrong = What was read belongs to session { $found }; session { $expected } is needed here. The site system administrator chooses another file.
trouble-room-wrong = What was read belongs to room { $found } or was signed by another invigilation lock; it should be that registered for room { $expected }. The site system administrator checks room and lock and gets the result of that room again.
trouble-day-wrong = What the room brings is of { $found }; wanted here is { $expected }. The site system administrator gets the file of that day from the room.
trouble-edition-wrong = The authorization is for edition { $found } of the exam data; edition { $expected } is in force here. The site system administrator gets authorization and exam data of one edition from the provincial exam agency.
trouble-machine-wrong = A standalone file and the machine do not belong together: the file is for machine { $expected }, this is machine { $found }; where the names are the same, the keys of the machine have been made anew. The file was not used. The site system administrator checks machine and file; where another machine has to serve, the package is exported again with the consent of the chief examiner.
trouble-ticket-wrong = The ticket number differs: only what belongs to ticket { $expected } is used here, so nothing was opened or used. The invigilators check the ticket and the package; where the wrong file was taken, the site system administrator takes the right one.
trouble-package-wrong = The standalone package differs: { $expected ->
    [0] no package is registered here for this candidate in this session
   *[other] what belongs to number { $expected } is needed here, and what was read belongs to number { $found }; where the numbers are the same, it comes from another file
    }. It was not used, and what is there already stays as it is. The site system administrator keeps the file, checks the register of packages and tells the chief examiner.
trouble-unlock-wrong = Unlock code and ID number together do not open the package { $package }. The invigilators check the number of the package, the code and the ID number and type them again; where it still does not open, the site machine reads the code out once more.
trouble-clock-behind = The time of this machine, { $machine_time }, is before the package was exported, { $issued_at }, so it was not opened. The invigilators compare it with the time of the site machine, set the clock of this machine right and open the package again; where the site machine is wrong, the chief examiner is told first.
trouble-clock-ahead = By the time of this machine, { $machine_time }, the answering time of the package (exported { $issued_at }, { $minutes } minutes) is over, so it was not opened. The invigilators compare it with the time of the site machine; where this machine is wrong, set its clock right and open the package again; where it is right, the site machine exports the package again.
trouble-code-waits = Wrong ones were typed too often. Try again in { $seconds } s; the invigilators have the site machine read it out once more.
trouble-voucher-wrong = This voucher is not for the package { $package }, so the answering time stays as it is. The invigilators check the number of the package and have the site machine read the voucher out once more.
trouble-package-older = This machine already holds package { $held } of this candidate and session; what was read is package { $found }, so it was not used; where the numbers are the same, it comes from another file. The site system administrator takes the one that was exported last.
trouble-package-open = The package { $package } is open on this machine and was not handed in yet. Open it, go on and hand it in before anything else is done here; where that cannot be, the invigilators tell the chief examiner.
trouble-station-damaged = The registration of this answering station ({ $file }) is damaged and can be read in neither place. Keep all files of both places; the site system administrator registers the machine in a new folder, has the package exported again and tells the chief examiner.
trouble-places-apart = What is kept in the two places ({ $file }) contradicts itself; nothing was opened and neither place was changed. Keep all files of both; the invigilators tell the chief examiner, and once it is decided which place counts, the medium or folder of the other one is taken away and the package opened again.
trouble-answers-lost = The package { $package } was answered on this machine, but the answers can be read whole in neither place, so it was not opened. Insert the medium of the other place and open it again; if that fails, keep all files and tell the chief examiner, who has the package exported again from the latest interim copy.
trouble-save-failed = Neither place could be written, so the last answer was not saved; what was saved before is safe. The invigilators check disk space and medium, and the answer is given again; if that fails, they tell the chief examiner.
trouble-answer-unfit = This answer does not fit the question and was not saved. Check it and answer again; a written answer has at most { $limit } characters.
trouble-time-over = The answering time of the package { $package } is over, and answers no longer change. Where extra time was given, the invigilators enter the voucher; otherwise hand in when the time comes.
trouble-handed-in = The package { $package } was handed in, and nothing of it changes any more. The invigilators bring the answers to the site machine.
trouble-hand-in-early = The closure of the room is not over; handing in is possible from { $time } on. The answers are saved; the candidate stays at the seat and hands in then.
trouble-paper-missing = There is no paper for { $session } here: the exam data hold none, or the start authorization of the session has not been received, so no standalone package can be exported. The site system administrator receives the start authorization first; where there is still no paper, the provincial exam agency is asked for exam data with it, and the chief examiner decides how the candidate goes on.
trouble-medium-unregistered = The folder chosen is not on the registered medium { $label }, so no file was written. The site system administrator inserts medium { $label } and chooses a folder on it; to use another medium, its label and custodian are first registered on the backups page, under Media.
trouble-arrangement-unfit = The arrangement breaks its rules in { $count ->
    [one] one place
   *[other] { $count } places
    } and was not used. The site system administrator sends the list to the provincial exam agency, which corrects it and issues it again.
trouble-copy-differs = { $file } was read back and differs from its original or its statement; it is of no use. The site system administrator makes it again on another medium.

## Practice and window

trouble-printer-failed = The printer “{ $printer }” did not finish. The copy is kept and not lost. The site administrator checks power, paper and connection, or chooses another printer, and sends the copy again.
trouble-exam-day = Today ({ $date }) is the day of a real exam, and practice did not start. Practise after the exam day; if it has to be today, the site system administrator asks the chief examiner and runs this again with { $option }.
trouble-no-screen = No screen was found and no window was opened. Log in to the desktop of a machine with a screen and run this again; to see the whole day without a window, run the practice command with { $option }.
trouble-probe-failed = This machine was not read: { $reason ->
    [no-script] there is no probe script for its operating system
    [timed-out] the probe script went over its time limit and was stopped
   *[failed] the probe script wrote no file ({ $ended })
    }. The checker looks at the machine and enters what it is at the console, or runs this again.
