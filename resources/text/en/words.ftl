# Values and separators: the words that stand for codes in sentences.

list-separator = {", "}
blank = —

mode-practice = practice
mode-real = real

role-chief = chief examiner
role-deputy = deputy chief examiner
role-site-admin = site system administrator
role-room-admin = room system administrator
role-invigilator = invigilator
role-roving = roving invigilator
role-exam-office = exam office
role-resident = resident officer
role-patrol = patrol
role-technician = technician

presence-awaited = awaited
presence-present = present
presence-absent = absent
presence-pending = transferred out, not yet taken in

answers-open = answers not yet collected
answers-collected = answers collected
answers-never-logged-in = never logged in
answers-written-off = answers written off

source-issued = issued exam data
source-platform = registration platform
source-calibration = calibration site

tier-on-time = on time
tier-on-the-spot = the site itself
tier-city = the city exam agency
tier-province = the provincial exam agency
tier-ministry = the ministry's exam centre

blocker-attendance = attendance not confirmed
blocker-pending-transfer = candidates transferred out and not yet taken in
blocker-result-missing = room result not taken in
blocker-result-differs = room result differs from this console
blocker-answers = answers do not match the number present
blocker-ledger = numbers of candidates do not balance

room-blockers = room { $room } ({ $blockers })

incident-kind-i-07 = grave effect on the order of the exam
incident-kind-i-42 = answers that cannot be recovered
incident-kind-i-23 = power cut or equipment failure
incident-kind-i-24 = virus or network failure
incident-kind-i-26 = other general incident
incident-kind-r-01 = start reported before the unified start

# Signed documents

kind-examsite-appointment-1 = appointment of the provincial exam agency
kind-examsite-request-1 = site registration request
kind-examsite-package-1 = exam data
kind-examsite-exam-authorization-1 = exam authorization
kind-examsite-start-authorization-1 = start authorization
kind-examsite-release-1 = room release
kind-examsite-result-1 = room result
kind-examsite-head-1 = journal mark
kind-examsite-backup-1 = backup statement
kind-examsite-receipt-1 = upload receipt
