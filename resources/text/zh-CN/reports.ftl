# 考场报告：开考、实考与缺考、人数、考场结果。

report-kind-start = 开考
report-kind-roll = 实考与缺考
report-kind-counts = 人数
report-kind-result = 考场结果
outcome-submitted = 交卷成功
outcome-never-logged-in = 未登录
outcome-absent = 缺考
outcome-standalone = 单机考试

reports-kinds = 报告内容
reports-rooms = 本场次考场
reports-nothing = 还没有考务数据，没有可登记的考场。
reports-sub = { $rooms } 个考场{ $owing ->
    [0] ，没有待报事项
   *[other] ，{ $owing } 个有待报事项
    }
reports-owed = 待报：{ $kinds }
reports-gap = 与本机相差：实考 { $present }，缺考 { $absent }
reports-nothing-heard = 尚无报告
reports-sequence = 序号
reports-room = 考场
reports-state = 状态
reports-started-at = 开考时间
reports-when = 考场清点时间
reports-who = 报告人
reports-room-size = 第 { $room } 考场 · { $count } 人

## 开考

reports-start-time = 开考时间
reports-start-hint = 统一开考 { $time }。个别考场时间不同的，在下表该考场的时间上直接输入；清空后恢复为统一填写的时间。
reports-start-rooms = 登记开考的考场
reports-start-record = { $count ->
    [0] 登记开考
   *[other] 登记 { $count } 个考场开考
    }
reports-start-recorded = 已登记 { $count } 个考场开考
reports-start-nothing = 还没有勾选考场。
reports-start-done = 各考场均已登记开考。
reports-start-unreleased = { $count } 个考场还没有放行，放行后才能登记开考。
reports-tick-all = 全部勾选
reports-tick-none = 取消勾选

## 实考与缺考

reports-roll-present = 考场报告的实考人数
reports-roll-absent = 考场报告的缺考人数
reports-roll-entry = 缺考人员（其余均到场）
reports-roll-entry-hint = 序号或准考证号，可连续输入，回车加入名单
reports-roll-listed = 缺考名单
reports-roll-count = 已列 { $count } 人
reports-roll-unknown = 本考场没有“{ $text }”。与考场核对序号或准考证号后重新输入。
reports-roll-several = 本考场序号“{ $text }”有 { $count } 人，改用完整的准考证号。
reports-roll-late = 迟到未入场
reports-roll-blank = 本考场 { $people } 人，缺考名单 { $listed } 人。填写考场报告的实考、缺考人数后核对。
reports-roll-sum = 人数不符：实考 { $present } 加缺考 { $absent } 等于 { $sum }，本考场是 { $people } 人。与考场再核对一次。
reports-roll-list = 人数不符：考场报告缺考 { $absent } 人，名单列了 { $listed } 人。逐个读出名单，与考场再核对一次。
reports-roll-fits = 人数相符：本考场 { $people } 人，实考 { $present } 人，缺考 { $absent } 人。
reports-roll-confirm = 确认实考与缺考
reports-roll-remove = 移出名单
reports-roll-recorded = 第 { $room } 考场已确认：实考 { $present } 人，缺考 { $absent } 人
reports-roll-confirmed = 已按 { $time } 的报告确认：实考 { $present } 人，缺考 { $absent } 人。
reports-roll-unstarted = 本考场还没有登记开考，开考并停止入场后再确认。
reports-roll-open = 停止入场时间是 { $time }，之后才能确认；可以先输入。
reports-correct = 更正单个应试人员

## 人数

reports-present = 实考人数
reports-absent = 缺考人数
reports-logged-in = 已登录人数
reports-submitted = 已交卷人数
reports-free-seats = 空余机位（没有报的不填）
reports-counts-none = 考场还没有报过人数。
reports-counts-last = 上次报告 { $time }：实考 { $present }，缺考 { $absent }，已登录 { $logged_in }，已交卷 { $submitted }{ $free_seats ->
    [none] {""}
   *[other] ，空余机位 { $free_seats }
}
reports-counts-desk = 本机登记：实考 { $present }，缺考 { $absent }
reports-counts-agree = 与本机登记一致。
reports-counts-gap = 与本机登记相差：实考 { $present }，缺考 { $absent }。
reports-counts-awaited = 本机另有 { $count } 人待入场，确认实考与缺考后才有定数。
reports-counts-blank = 四项人数都要填写，没有的填 0；空余机位没有报的不填。
reports-counts-record = 登记人数
reports-counts-recorded = 第 { $room } 考场的人数已登记

## 考场结果和报告文件

reports-files-hint = 选择考场交来的结果文件或报告文件，可一次选多个，也可以拖到这里；逐个核验，互不影响。
reports-files-choose = 选择文件
reports-files-kind = 考场结果、考场报告
reports-files-left = 还有 { $count } 个文件待收取
reports-files-stop = 停止收取
reports-files-taken = 收取情况
reports-files-sum = 已收取 { $taken } 个{ $refused ->
    [0] 。
   *[other] ，未采用 { $refused } 个。选中表中一行查看原因。
    }
reports-scan = 考场报告二维码
reports-scan-hint = 扫描或粘贴考场报告的二维码内容，回车收取
reports-scanned = 扫描
reports-file = 文件
reports-outcome = 收取情况
reports-taken = 已收取
reports-taken-odd = 已收取，{ $count } 人与本机不一致
reports-practice-results = 取得考场结果（练习）
reports-practice-report = 取得考场报告（练习）
reports-practice-none = 现在没有考场该交结果：登记开考并确认实考与缺考之后才有。
reports-result-missing = 第 { $room } 考场的结果还没有取回。
reports-result-enter = 没有结果文件，手工录入
reports-result-by-hand = 第 { $room } 考场的结果已由两人手工录入（第 { $version } 份）。
reports-result-agrees = 第 { $room } 考场的结果与本机登记一致（第 { $version } 份{ $reason ->
    [none] {""}
   *[other] ，{ $reason }
    }）。
reports-result-differs = 第 { $room } 考场的结果与本机登记有 { $count } 人不一致。与考场逐人核对：本机有误的，更正后重新比对；考场有误的，由考场重新交来结果。
reports-differences = 不一致的应试人员
reports-desk-says = 本机登记
reports-room-says = 考场结果
reports-desk-unknown = 不在本考场
reports-room-unknown = 没有记录
reports-correct-one = 更正选中的人
reports-compare-again = 重新比对
reports-compared = 第 { $room } 考场已重新比对，{ $count ->
    [0] 全部一致
   *[other] { $count } 人不一致
    }
reports-damaged = { $said }已登记为异常，由第 { $room } 考场重新回收作答数据后再交来。
reports-second = 第 { $room } 考场又交来一份结果（第 { $version } 份）：{ $file }
reports-second-note = 前面的各份都照样保存。选择重新交来的原因后收取。
reports-second-why = 重新交来的原因
reports-second-choose = 选择原因
reports-second-take = 收取这一份
reports-second-leave = 不收取
