# 考前准备页的流程部分：各步骤的计划时间和实际时间。

runbook-spans = 流程的时段
runbook-before = 考前
runbook-table = 流程各步骤
runbook-detail = 所选步骤的明细
runbook-counts = 共 { $steps } 步；本机记录的步骤已办 { $done } 步，超时 { $late } 步
runbook-number = 编号
runbook-step = 步骤
runbook-planned = 计划
runbook-actual = 实际
runbook-state = 状态
runbook-by-hand = 本机不记录
runbook-planned-for = { $when }，{ $time }
runbook-who = 办理
runbook-gate = 先办妥
runbook-records = 记录
runbook-clause = 依据
runbook-rooms = 各考场的时间
runbook-room = 考场
