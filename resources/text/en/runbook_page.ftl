# The runbook on the readiness page: planned and actual times of its steps.

runbook-spans = Spans of the runbook
runbook-before = Days before
runbook-table = Steps of the runbook
runbook-detail = Details of the chosen step
runbook-counts = { $steps } steps; of those followed here { $done } are done and { $late } are late
runbook-number = No.
runbook-step = Step
runbook-planned = Planned
runbook-actual = Actual
runbook-state = State
runbook-by-hand = Not followed here
runbook-planned-for = { $when }, { $time }
runbook-who = Done by
runbook-gate = Only after
runbook-records = Records
runbook-clause = Basis
runbook-rooms = Times of the rooms
runbook-room = Room
