# Violations and incidents: sentences of the journal, refusals, words for codes, what each kind of entry means.

## Violations: what happened

account = { $kind }, done at { $happened_at }{ $reminded_at ->
    [none] {""}
   *[other] {" "}(after a reminder at { $reminded_at })
}, { $found } at { $found_at }, { $sheet ->
    [none] the number of its paper sheet not entered
   *[other] paper sheet { $sheet }
}
fact-violation-recorded = Violation { $number } was recorded: room { $room }, { $session }, { $ticket ->
    [none] somebody who is not a candidate there
   *[other] ticket { $ticket }
}, { $account }{ $incident ->
    [none] {""}
   *[other] , part of incident { $incident }
}, reported by { $reported_by }.
fact-violation-corrected = The record of violation { $number } was corrected at { $at }: { $account }{ $incident ->
    [none] {""}
   *[other] , part of incident { $incident }
}; what it said before is kept.
fact-violation-withdrawn = Violation { $number } was withdrawn at { $at } as recorded by mistake; it stays on the lists, struck out.
fact-candidate-told = What is recorded of violation { $number } was told to the person at { $at }, reported by { $reported_by }.
fact-violation-signed = The person of violation { $number } signed the paper sheet at { $at }, reported by { $reported_by }.
fact-signing-refused = The person of violation { $number } refused to sign at { $at }; invigilators { $witnesses } wrote that down and signed, reported by { $reported_by }.
fact-candidate-removed = The exam of ticket { $ticket } was ended at { $at } (violation { $number }); roving invigilator { $roving } led the candidate out (place of waiting: { $place }), and invigilators { $witnesses } wrote that down and signed, reported by { $reported_by }.
fact-evidence-taken = Evidence { $tag } of violation { $number } was taken at { $at }: { $kind }{ $digest ->
    [none] {""}
   *[other] , digest of the file { $digest }
}, reported by { $reported_by }.
fact-evidence-moved = Evidence { $tag } of violation { $number } was handed on at { $at } and is kept by: { $to }, reported by { $reported_by }.
fact-police-noted = Violation { $number } was given to the police at { $at }, reported by { $reported_by }.
fact-violation-sheets-issued = Room { $room } has numbered blank violation sheets for { $session }, in all: { $count }.
fact-violation-sheet-voided = Violation sheet { $sheet } is void because { $reason }.

## Incidents: what happened

fact-incident-reported = Report { $count } of incident { $number } ({ $kind }) was made at { $at } to { $hop }, { $means }{ $late ->
    [yes] , later than a first report is due
   *[no] {""}
}, reported by { $reported_by }.
fact-hop-skipped = It was entered at { $at } that incident { $number } is not reported to { $hop }, because { $reason }.
fact-incident-noted = A line was added to the log of incident { $number }: { $kind }, at { $at }, reported by { $reported_by }.
fact-incident-graded = Incident { $number } was graded { $severity } at { $at }, entered by { $by }.
fact-incident-followed = { $person } follows incident { $number } from { $at } on.
fact-room-evacuated = Room { $room } was left at { $at } in { $session }, people counted: { $people }, incident { $number }, reported by { $reported_by }.
fact-room-returned = Everybody who had left room { $room } was back at { $at }, incident { $number }, reported by { $reported_by }.
fact-incident-filed = Incident { $number } was filed at { $at }.

## Violations: what the rules do not allow

refusal-no-such-violation = No violation numbered { $number } is recorded. Whoever enters it checks the number on the Violations and incidents page, or records the violation first.
refusal-not-of-that-room = Ticket { $ticket } is not in room { $room } in this session. Whoever enters it checks ticket and room and enters them again; for somebody who is no candidate, leave the ticket blank and write who it was.
refusal-not-in-the-exam = The time of the act is outside the exam of room { $room }, { $session } ({ $opens } to { $ends }). Whoever enters it checks session and time and enters them again; what was found only afterwards still has the time of the act, and is entered as found after the exam.
refusal-found-outside = The time of finding, { $found_at }, is { $in_exam ->
    [yes] before the act, or after the room ended. Whoever enters it checks both and enters them again; what was found afterwards is entered as found after the exam.
   *[no] before the act, or the room has not ended, so it was not found after the exam. Whoever enters it checks the times and how it was found, and enters them again.
}
refusal-reminded-afterwards = The reminder at { $reminded_at } is later than the act, so the act did not go on in spite of it. Whoever enters it checks both times and enters them again, or leaves the reminder blank where there was none.
refusal-kind-of-another-rulebook = This kind belongs to exams of skill levels alone: { $kind }. Whoever enters it chooses another kind; where none fits, they tell the chief examiner.
refusal-sheet-number-unfit = The number of a violation sheet has digits, letters and hyphens, 24 at most, and is never the number of an ID card or a telephone. Whoever enters it does so again as it stands on the sheet.
refusal-sheet-of-another-room = Sheet { $sheet } was numbered for room { $room } of session { $session } and is not used here. Whoever enters it checks the number on the sheet and enters it again.
refusal-sheet-used = Sheet { $sheet } tells of violation { $by }, and one sheet tells of one violation. Whoever enters it checks the number on the sheet and enters it again.
refusal-sheet-void = Sheet { $sheet } is void. Whoever enters it takes a sheet that is not and enters its number.
refusal-withdrawn-already = Violation { $number } was withdrawn at { $at } as recorded by mistake, and nothing more is entered of it. Whoever enters it checks the number; what did happen is recorded anew.
refusal-led-out = The candidate of violation { $number } was led out at { $at }, so this record is corrected and not withdrawn. Whoever enters it checks the number; what is wrong is corrected together with the chief examiner.
refusal-before-the-act = The time entered is before violation { $number } was done or found, at { $happened_at }. Whoever enters it checks the time and enters it again; where the time of the act or of its finding is wrong, correct the record first.
refusal-act-afterwards = Something was done about violation { $number } at { $done_at }: somebody was led out, evidence was taken, or the police had it. The time of the act cannot be later. Whoever enters it checks the time of the act and enters it again.
refusal-not-told-yet = What is recorded of violation { $number } has not been told to the person, or the time entered is before it was. An invigilator tells it on the spot; whoever enters it first enters when, then the signature or the refusal, or checks the time.
refusal-signed-and-refused = It is entered that the person of violation { $number } signed, or refused to; both cannot be. Whoever enters it checks the number; where the entry is wrong, the record is corrected together with the chief examiner, then told and signed anew.
refusal-two-invigilators = Two different invigilators of room { $room } write down and sign what became of violation { $number }; one person is named twice. Whoever enters it enters the code of each of the two.
refusal-not-invigilator-there = { $person } is no invigilator of room { $room } and does not sign this record. Whoever enters it names an invigilator who was in that room.
refusal-nobody-to-remove = Violation { $number } is about somebody who is no candidate and has no exam to end. Whoever enters it checks the number; that somebody left the room is written into what was done on the spot.
refusal-not-roving = { $person } is no roving invigilator, and a roving invigilator leads candidates out. Whoever enters it names the roving invigilator who came.
refusal-removal-is-recorded = Being led out for a violation is not entered here (ticket { $ticket }). Whoever enters it first records the violation on the Violations and incidents page, then that the candidate was led out.
refusal-not-a-digest = The file of the evidence of violation { $number } has no whole digest. Whoever enters it chooses the file again, or none where it is a thing.
refusal-no-such-piece = Violation { $number } has no evidence { $tag }. Whoever enters it checks the tag on the piece, or enters the evidence first.
refusal-out-of-our-hands = Evidence { $tag } is kept by: { $place }, and is not handed on like this: what left the site is not handed on by it, and what left the room does not go back. Whoever enters it checks tag and keeper.
refusal-nobodys-property = { $tag } is { $kind } and goes back to nobody. Hand it on to the exam office or the agency with the evidence.
refusal-moved-earlier = The time entered is before evidence { $tag } was last handed on, at { $at }. Whoever enters it checks the time and enters it again.
refusal-too-many-sheets = Room { $room } has numbered blank violation sheets in this session: { $issued }, of { $most } at most, and at least one more is asked for each time. Whoever enters it changes the count; where they do not suffice, the chief examiner is told, and further sheets are numbered by hand.
refusal-no-such-blank = No blank violation sheet { $sheet } was given out. Whoever enters it checks the number on the sheet and enters it again.
refusal-sheet-in-use = Sheet { $sheet } tells of violation { $by } and is not made void. Whoever enters it checks the number; to change the sheet, first correct its number in that record.

## Incidents: what the rules do not allow

refusal-no-such-incident = No incident numbered { $number } was opened. Whoever enters it checks the number on the Violations and incidents page, or opens the incident first.
refusal-found-before-it-happened = The time of finding, { $found_at }, is before it happened, { $happened_at }. Whoever enters it checks both times and enters them again.
refusal-incident-filed-already = Incident { $number } was filed at { $filed_at }, and nothing is added. Whoever enters it checks the number; where it is graver than it was taken for, it is graded major together with the chief examiner, and goes on from there.
refusal-reported-before-found = The report is entered for a time before incident { $number } was found, at { $found_at }. Whoever enters it checks the time and enters it again.
refusal-first-report-first = Incident { $number } has no first report to this level, or none since it was graded major, or the time entered is before it. Whoever enters it enters the first report to this level, then the stage or final one.
refusal-not-over-yet = Incident { $number } is not over, or the report is entered for a time before it was, so this is no final report. Whoever enters it first enters since when it is over; while it goes on, enter a stage report.
refusal-cannot-be-skipped = Incident { $number } is reported to { $hop }, or its way does not lead there, so this is not passed over. Whoever enters it checks; what has to be reported is reported, then entered.
refusal-nobody-above-told = No report of incident { $number } to anyone above { $hop } is entered, so this level is not passed over. Whoever enters it first enters the reports that were made; where none went past it, report level by level.
refusal-incident-still-open = Incident { $number } is not over and is not filed. Whoever enters it first enters since when it is over, then files it.
refusal-reports-owed = Incident { $number } has still to be reported to: { $hops }. Whoever enters it reports level by level and enters that; where a level may be passed over, enter why; then file it.
refusal-final-report-owed = Incident { $number } has no final report and is not filed. Whoever enters it writes its cause, course, result and what the public makes of it, enters the final report, then files it.
refusal-count-unfit = The number of people, { $people }, does not fit; it is zero or more. Whoever enters it checks with those who counted and enters it again.
refusal-serious-by-text = Incident { $number } is of a kind that the regulations call serious ({ $kind }), and is not graded general here. Whoever enters it checks number and kind; where the kind is wrong, open the right incident and write that into the log of this one.
refusal-left-already-then = It is entered for incident { $number } that room { $room } was left, and nobody is back. Whoever enters it checks the room; where they are back, enter that first.
refusal-nobody-left = Incident { $number } has nobody of room { $room } outside, or the time entered is before they left. Whoever enters it checks room and time and enters them again.

## Violations: kinds, levels, finding, handling

violation-kind-v-101 = marks on the electronic answer
violation-kind-v-102 = a name signed where it does not belong
violation-kind-v-103 = the exam machine shut down or restarted without leave
violation-kind-v-104 = the display moved or tilted greatly
violation-kind-v-105 = the main unit moved
violation-kind-v-106 = exam equipment swapped without leave
violation-kind-v-107 = exam equipment damaged on purpose
violation-kind-v-201 = an own external device used
violation-kind-v-202 = a cheating tool or program installed
violation-kind-v-301 = the exam system entered without leave
violation-kind-v-302 = data of the exam system obtained, deleted, changed or added without leave
violation-kind-v-303 = the running of the exam system broken
violation-kind-v-401 = a suspected offence against public order
violation-kind-v-402 = a suspected crime such as organised cheating
violation-kind-v-501 = impersonation
violation-kind-v-502 = forged documents, copying, or cheating by communication devices and the like
violation-kind-v-503 = disturbing the order of the room, not obeying the invigilators
violation-kind-v-504 = not cooperating with the record, or damaging evidence
violation-kind-v-505 = paper or answer card taken away

violation-level-subject = suggested: a violation in this subject
violation-level-serious = suggested: a serious violation
violation-level-very-serious = suggested: a particularly serious violation
violation-level-police = suggested: for the police
violation-level-record = facts alone, without a suggested level

found-in-exam = found during the exam
found-investigation = found by an investigation after the exam
found-experts = found by an expert group after the exam

waiting-place-exam-office = exam office
waiting-place-waiting-room = separate waiting room
waiting-place-police = police

evidence-kind-document = a document
evidence-kind-thing = a thing
evidence-kind-video = a video recording
evidence-kind-audio = a sound recording
evidence-kind-data = electronic data
evidence-kind-statement = a witness statement

kept-at-room = the room
kept-at-exam-office = the exam office
kept-at-police = the police
kept-at-owner = its owner
kept-at-agency = the exam agency

sheet-void-reason-spoiled = it is spoiled
sheet-void-reason-lost = it is lost

## Incidents: kinds, grades, reports

incident-kind-i-01 = items, papers, keys or item bank leaked before the exam
incident-kind-i-02 = organised cheating on a large scale
incident-kind-i-03 = collusion from inside, or favouritism
incident-kind-i-04 = public opinion that harms credibility
incident-kind-i-05 = exam interrupted on a large scale, batches of answers lost, or a dispute of many
incident-kind-i-06 = other serious problem or grave danger
incident-kind-i-11 = papers stolen, lost, opened without leave or leaked
incident-kind-i-12 = papers damaged by water or fire
incident-kind-i-13 = papers late, or many candidates unable to come in time
incident-kind-i-14 = disorder and mass cheating in two rooms or more
incident-kind-i-15 = an act of terror
incident-kind-i-16 = a candidate critically ill, or a suspected epidemic illness
incident-kind-i-17 = earthquake, fire, flood or other disaster
incident-kind-i-18 = other major incident
incident-kind-i-21 = paper of the wrong subject, short, with pages missing, or a disc that does not play
incident-kind-i-22 = obvious errors in items
incident-kind-i-25 = paper or answer card lost or taken away
incident-kind-i-43 = arrangement timestamps that differ
incident-kind-i-44 = failure of cameras
incident-kind-i-45 = somebody hurt, or rooms left
incident-kind-i-46 = somebody stopped by a health check at the gate

incident-group-serious-problems = serious problems
incident-group-major = major incidents
incident-group-general = general incidents
incident-group-site = other incidents of the site
incident-group-console = incidents opened by a step at this console

severity-major = major
severity-general = general

hop-chief = the chief examiner
hop-patrol = the patrol
hop-leading-group = the emergency leading group
hop-exam-area = the exam agency of the exam area
hop-city = the city exam agency
hop-province = the provincial exam agency
hop-ministry = the ministry's exam centre
hop-police = the police
hop-medical = the medical service

report-kind-first = first report
report-kind-stage = stage report
report-kind-final = final report

report-means-oral = by word of mouth
report-means-phone = by telephone
report-means-fax = by fax
report-means-written = in writing

note-kind-facts = facts
note-kind-people = people affected
note-kind-action = what was done
note-kind-decision = a decision
note-kind-lessons = lessons

skip-reason-not-on-site = nobody of it is on site
skip-reason-told-above = the chief examiner decided to tell a higher level directly

## What is typed

text-part-act = what was done
text-part-handling = handling on the spot
text-part-place = place
text-part-person = who it was
text-part-refusal = how signing was refused
text-part-damage = damage to evidence
text-part-reason = reason
text-part-basis = new evidence or basis
text-part-item = what it is
text-part-station = police station
text-part-officer = police officer
text-part-receipt = receipt number
text-part-facts = facts
text-part-people = people affected
text-part-action = what was done about it
text-part-decision = decision
text-part-lessons = lessons
text-part-told-to = who heard the report
text-part-content = what was reported
text-part-cause = cause
text-part-course = course of handling
text-part-result = result
text-part-effect = what the public makes of it
text-part-name = name
text-part-phone = telephone
text-part-receiver-1 = first receiver
text-part-escort-1 = first escort
text-part-escort-2 = second escort
text-part-receiver-2 = second receiver
text-part-office = office of the receivers

refusal-text-missing = This is still blank: { $part }. Whoever enters it fills it in and goes on.
refusal-text-unfit = This does not fit: { $part }. It has { $longest } characters at most, all of them printable, and stays blank where the step has no use for it; whoever enters it changes it and goes on.

## What each kind of entry means

means-violation-recorded = The facts of a violation and the level that the text suggests, for the exam agency to determine; nothing is decided here. The violations of the room are to be confirmed anew.
means-violation-corrected = A record was put right on new evidence or a legal basis. What it said before is kept, and where its content changed it is told and signed anew.
means-violation-withdrawn = The chief examiner found that a violation was recorded by mistake, with reason and basis. The record is struck out and kept, and counts no more.
means-candidate-told = The person heard on the spot what is recorded. A signature or a refusal follows.
means-violation-signed = The person signed the paper sheet.
means-signing-refused = The person did not sign, so two invigilators of the room wrote that down and signed instead.
means-candidate-removed = The exam of a candidate was ended for disorder or for not obeying the invigilators. What was answered so far is kept and collected as of everybody.
means-evidence-taken = A piece of evidence has a tag and lies in the room at first. Of a file only the digest is kept, to compare.
means-evidence-moved = A piece of evidence has another keeper. All of its way stays in the journal.
means-police-noted = The police have this violation. Station, officer, receipt and what was handed to them are kept apart.
means-violation-sheets-issued = Blank violation sheets were numbered for a room. Each one is used or void in the end.
means-violation-sheet-voided = A numbered sheet was spoiled or lost, and its number is never used again.
means-incident-reported = A level heard of the incident. A first report is counted from the finding, and is entered even if late.
means-hop-skipped = A level of the way was not told, for a reason. Going past levels is decided by the chief examiner.
means-incident-noted = A line of the log of an incident. Lines are added, never changed.
means-incident-graded = An incident is graver or less grave than it was taken for. Graver, it is reported anew; less grave, the reason is kept.
means-incident-followed = From here on this person follows how the incident goes on.
means-room-evacuated = Everybody left a room and was counted outside.
means-room-returned = Everybody who left is back in the room. The time outside ends here.
means-incident-filed = The incident is over, everybody who must hear of it did, and a final report was made where one is owed.
