# Signing, scanning and handing over papers, and whom to call: journal, refusals, words for codes, meanings.

## What happened

fact-paper-signed = Copy { $copy } of { $form } ({ $subject }) bears all its signatures: { $by_count }.
fact-scan-attached = A scan of the signed copy { $copy } of { $form } ({ $subject }) was kept: { $pages } of { $of } { $of ->
    [one] page
   *[other] pages
}, digest of the file { $file }.
fact-handed-over = Hand-over { $number }: { $givers } gave things out of the site at { $at }; papers: { $papers_count }, media: { $media_count }, pieces of evidence: { $evidence_count }; work pass and identity card of the receivers were { $cards_checked ->
    [yes] looked at
   *[no] not looked at
}.
fact-contact-entered = Whom to call was entered: { $contact }.

paper-of = { $session }, { $room ->
    [none] ticket { $ticket }
   *[other] room { $room }
}

## What the rules do not allow

refusal-not-the-sheet-to-sign = Of { $form } ({ $subject }) the newest copy is signed, { $newest ->
    [0] and none is kept here yet
   *[other] copy { $newest }, once it was seen to have come out whole
}. Whoever enters it checks the copy on the Records page; one that did not come out whole is printed again first.
refusal-sheet-superseded = What { $form } ({ $subject }) says has changed since copy { $copy } was printed: it is not signed any more. The site administrator prints it anew first.
refusal-signed-before-the-end = Room { $room } ended only at { $ended_at }: nobody can have signed its record at { $at }. Whoever enters it checks the time.
refusal-cannot-sign-this = { $person } does not sign { $form } as { $role }: the staff list has this person in another role, or for another room. Whoever enters it compares the code with the signature; where a deputy signs for the chief examiner, the chief examiner first enters the delegation on the People page.
refusal-signed-twice = Each person signs { $form } for one part alone, and somebody is named twice. Whoever enters it names the other person as signed on the paper.
refusal-signature-missing = Signatures are missing on { $form } ({ $subject }): { $roles }. Whoever enters it has them signed, then enters it.
refusal-pages-unfit = The pages of the scan do not fit: { $pages } found of a paper with { $of }. Whoever enters it chooses the scan again.
refusal-scan-has-fewer = This scan has fewer pages, { $pages }, than the one kept, { $kept }, and does not replace it. Whoever enters it scans the missing pages and chooses the scan again.
refusal-two-on-each-side = { $giving ->
    [yes] Two different people of the site give, and one person is named twice
   *[no] Two different people receive, neither of them a giver
}. Whoever enters it enters the names again as they stand on the cards of those who came.
refusal-nothing-to-hand-over = No paper, medium or piece of evidence is chosen. Whoever enters it chooses what is handed over, then hands it over.
refusal-paper-not-ready = Copy { $copy } of { $form } ({ $subject }) did not come out whole, lacked signatures at the time of handing over, or says what was changed since, and is not handed over. Whoever enters it first sees to that on the Records page, or corrects the time.
refusal-gone-already = This copy of { $form } left the site with hand-over { $handover }. Whoever enters it checks the hand-over sheet and leaves this copy out.
refusal-piece-not-here = There is no evidence { $tag }, or it is no longer at the site. Whoever enters it checks tag and keeper on the Violations and incidents page.
refusal-board-unsigned = The chief has not signed the readiness board of this day, so what is printed now is a draft. The chief first signs it on the Readiness page, then the report is printed.

## Names of forms

site-form-e02 = the violation sheet
site-form-e06 = the site notices
site-form-e07 = the hand-over sheet
site-form-e08 = the backup list
site-form-e15 = the arrangement verification slip
site-form-e16 = the hardware checklist and acceptance sheet
site-form-e17 = the readiness list
site-form-e18 = the invigilator draw sheet
site-form-e19 = the staff list
site-form-e20 = the avoidance declarations
site-form-e21 = the incident report
site-form-e22 = the evidence list and custody register
site-form-e23 = the cleanup certificate
site-form-e24 = the paper issue ledger
site-form-e25 = the preparation notice
site-form-e26 = the room record table
site-form-e28 = the scratch paper count
site-form-e29 = the contacts sheet
site-form-r08 = the blank violation sheets
site-form-r09 = the briefing
site-form-r10 = the announcements
site-form-r11 = the day summary
site-form-r12 = the summary of exceptions
site-form-r13 = the readiness report
site-form-r14 = the record of closed rooms
site-form-r15 = the sheet of the machine sealed to await cleaning

contact-duty = duty telephone of the site
contact-leading-group = emergency leading group
contact-exam-area = exam agency of the exam area
contact-city = city exam agency
contact-province = provincial exam agency
contact-ministry = the ministry's exam centre
contact-technical = technical support
contact-police = police
contact-medical = medical emergency
contact-power = power supplier
contact-network = network provider

## What each kind of entry means

means-paper-signed = Everybody who has to signed this copy on paper, and who signed when is entered. Where its content changes later, a new copy is printed and signed anew.
means-scan-attached = The signed paper is kept as a picture, beside the file it was printed from. A fuller scan replaces it.
means-handed-over = Papers, media and evidence were given to those who came, counted and signed by two on each side. The site keeps them no longer.
means-contact-entered = Whom to call when needed. Name and telephone are kept apart, and a later entry replaces them.
