# Papers to sign: many entered as signed in one sitting, and scans kept in bulk.

folder-waiting = To sign { $count }
folder-signed = Signed { $count }
folder-changed = Changed { $count }
folder-piles = Kind of papers
folder-group = By who signs
folder-everybody = All who sign
folder-choose-all = Choose all
folder-add-scans = Add scans
folder-add-folder = Add a folder of scans
folder-table = Papers to sign
folder-column-paper = Paper
folder-column-signers = Signed by
folder-column-signed = Signed
folder-column-scan = Scan
folder-column-pages = Pages
folder-sub = { $count } to sign
folder-nothing-waiting = No paper waits for signatures. What was printed and seen to have come out stands here, where it is to be signed.
folder-nothing-signed = No signatures have been entered yet.
folder-nothing-changed = No printed paper has changed.
folder-copy = { $sheet }, copy { $copy }
folder-unsigned = To sign
folder-void = Print anew
folder-signed-at = All signed at { $at }
folder-pages = { $pages } of { $of }
folder-roles = { $role } ({ $count })
folder-role = { $role } ({ $number })

folder-choose = Choose the papers that were signed
folder-choose-note = Several can be chosen at once: papers of both sessions of a half day may be signed together. Enter them once the paper bears all signatures.
folder-chosen = { $count } chosen
folder-note = Compare with the names on the paper. Where somebody else signed, choose who did.
folder-by-list = { $name } (by the list)
folder-by-room = By the list, { $count } people
folder-nobody = Not on the list, choose who signed
folder-unnamed = Somebody is missing on the staff list. Choose who signed, by the name on the paper.
folder-when = All signed at
folder-confirm = Enter { $count } as signed
folder-signed-said = { $count ->
    [one] Entered: the paper bears all signatures
   *[other] Entered: { $count } papers bear all signatures
}
folder-done = Signatures entered
folder-done-note = Who signed and when is entered. Scans can be added at any time; a fuller one replaces the earlier one.
folder-changed-title = Changed after printing
folder-changed-note = What is recorded changed after these papers were printed: they no longer say what is recorded, are not signed any more, and signatures on them no longer hold. Print what they say now and have the new copy signed; the earlier one is kept.
folder-reprint = Go and print a new copy

folder-scans-title = Choose scans
folder-scans-folder = Choose the folder with the scans
folder-scans-files = Scans ({ $kinds })
folder-reading = Reading scans
folder-scans = Pages scanned: { $pages }, papers recognized: { $count }
folder-scans-found = Recognized papers
folder-scans-short = Papers of which pages are missing: { $count }. Scan them and add them again; a fuller scan replaces this one.
folder-scans-unread = Pages not recognized: { $count } ({ $pages }). Their code cannot be read, or they were not printed at this site.
folder-scans-page = { $file } page { $page }
folder-scans-confirm = { $count ->
    [one] Keep { $count } scan
   *[other] Keep { $count } scans
}
folder-scans-said = { $count ->
    [one] The scan of { $count } paper is kept
   *[other] Scans of { $count } papers are kept
}
