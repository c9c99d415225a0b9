# 考场页：机位图、名单、机位和考场的登记。

room-nothing = 还没有考务数据，没有可显示的考场。
room-ways = 机位图或名单
room-map = 机位图
room-list = 名单
room-choice = 考场
room-previous = 上一考场
room-next = 下一考场
room-front = 讲台
room-count = { $what } { $count }
room-times-plan = 统一开考 { $start } · 计划结束 { $end }
room-times = 开考 { $start } · 入场截至 { $entry } · 封闭至 { $closure } · 结束 { $end }
room-times-over = 已于 { $time } 结束考试

room-seat = { $seat } 号机位
room-seat-none = 机位
room-seat-said = { $seat }：{ $what }
room-unseated = 机位未定
room-empty = 空机位
room-vacant = 空机位
room-erased = 个人信息已清除
room-fault-open = 故障未恢复
room-choose = 在机位图或名单中选一个机位。
room-ticket = 准考证号
room-id = 证件号码
room-entered = 入场时间

room-admit = 办理入场
room-correct = 更正实考、缺考
room-fault = 登记机位故障
room-fault-room = 登记考场故障
room-fault-seat = 登记 { $seat } 号机位故障
room-restore-seat = 登记故障恢复
room-write-off = 核销作答数据
room-incident = 登记异常

room-this = 本考场
room-open-items = 未恢复的故障、未处理完毕的异常
room-nothing-open = 没有。
room-whole = 全考场
room-since = { $what }，{ $time } 起
room-fault-line = { $number } { $place } { $kind }
room-incident-line = { $number } { $kind }
room-restore-one = 登记 { $number } 恢复
room-settle-one = 登记 { $number } 处理完毕

room-happened-at = 发生时间
room-reported-by = 报告人
room-fault-kind = 故障类别
room-fault-confirm = 登记故障
room-fault-said = 已登记：{ $kind }
room-restore = 故障 { $number } 恢复正常
room-restored-at = 恢复时间
room-restore-confirm = 登记恢复
room-restore-said = 故障 { $number } 已登记恢复
room-incident-kind = 异常类别
room-incident-confirm = 登记本考场异常
room-incident-said = 已登记异常：{ $kind }
room-settle = 异常 { $number } 处理完毕
room-settled-at = 处理完毕时间
room-settle-confirm = 登记处理完毕
room-settle-said = 异常 { $number } 已登记处理完毕

room-write-off-title = 核销准考证号 { $ticket } 的作答数据
room-write-off-note = 核销后不再等待这名应试人员的作答数据，由主考办理，依据作答数据无法恢复的异常。
room-write-off-incident = 依据的异常
room-write-off-line = { $number }，{ $at }
room-write-off-none = 本考场没有作答数据无法恢复的异常，先登记异常再核销。
room-write-off-open = 登记作答数据无法恢复的异常
room-write-off-confirm = 核销这份作答数据
room-write-off-said = 已核销准考证号 { $ticket } 的作答数据
