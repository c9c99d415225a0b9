# 故障页：故障、考试机清单、考场设备。

faults-parts = 故障、清单或考场设备
faults-part-faults = 故障
faults-part-machines = 考试机清单
faults-part-rooms = 考场设备
faults-sub = 未恢复 { $open } 处，其中超过 { $minutes } 分钟 { $late } 处
faults-list = 故障列表
faults-filter = 按考场查看
faults-all-rooms = 全部考场
faults-none = 没有未恢复的故障，今天也没有恢复过的故障。
faults-choose = 在列表中选一处故障，这里显示位置和下一步。
faults-standing = { $count } 个考场停止作答：{ $rooms }（故障 { $faults }）。恢复前任何人不离开考场。
faults-column-state = 状态
faults-column-place = 位置
faults-column-kind = 类别
faults-column-people = 涉及人数

faults-state-open = 未恢复 { $minutes } 分钟
faults-state-late = 超时 { $minutes } 分钟
faults-state-restored = 已恢复，{ $minutes } 分钟
faults-whole-site = 全考点
faults-whole-room = 第 { $room } 考场，全考场
faults-seats-of = 第 { $room } 考场，机位 { $seats }
faults-place-short = { $room } · { $seats }
faults-all-seats = 全考场
faults-seat = 机位 { $seat }
faults-title = { $number } { $kind }
faults-place = 位置
faults-happened-at = 发生时间
faults-restored-at = 恢复时间
faults-helper = 处理人
faults-coming = { $person }，{ $time } 派出
faults-helper-short = { $person } { $time }
faults-nobody-sent = 尚未派人
faults-concerned = 涉及应试人员
faults-concerned-none = 没有
faults-concerned-all = { $count } 人：{ $parts }
faults-concerned-stuck = { $count } 人等待处理
faults-concerned-waiting = { $count } 人已重置、待登录
faults-concerned-failed = { $count } 人重置后仍不能登录
faults-concerned-going-on = { $count } 人已继续作答
faults-machine = 考试机
faults-machine-unknown = 清单中没有这些机位，可在“考试机清单”中导入
faults-machines-more = 另有 { $count } 台，见考试机清单

## 下一步

fault-step-restore = 恢复运行
fault-step-reset = 重置到另一台考试机
fault-step-change = 更换考试机或部件
fault-step-move-room = 全考场转到备用考场
fault-step-standalone = 单机考试
fault-step-extra-time = 补时
faults-next = 下一步：{ $step }。{ $how }
faults-order = 处理顺序：{ $steps }
faults-how-restore = 尽快恢复，应试人员都留在考场内。
faults-how-reset = 由考场系统管理员办理重置，引导应试人员在另一台考试机登录后继续作答。
faults-how-change = 由技术人员更换，试用正常后登记恢复。
faults-how-move-room = 短时间内不能恢复的，由主考决定转到备用考场。
faults-how-standalone = 重置和更换都不能继续作答的，经主考同意后采用。
faults-how-extra-time = 耽误的时间按规定补足。
faults-to-extra-time = 去“延时与补时”页办理补时
faults-to-standalone = 去“单机考试”页
faults-extra-time-left = 有 { $count } 人在处理中耽误了时间，核对是否需要补时。

## 向考场宣读

faults-read = 向考场宣读
faults-read-machine = 各位应试人员：有考试机出现故障，工作人员正在处理，大家保持安静。各人留在自己的机位，听从监考人员安排，不重新启动、不关闭考试机，不离开考场。机器正常的继续作答；受影响的由工作人员引导到另一台考试机，耽误的时间按规定补足。
faults-read-peripheral = 各位应试人员：有鼠标、键盘等外接设备出现故障，正在更换，大家保持安静，继续作答。受影响的举手示意，留在自己的机位，不重新启动、不关闭考试机，不离开考场。耽误的时间按规定补足。
faults-read-network = 各位应试人员：网络出现故障，正在恢复，大家保持安静。各人留在自己的机位，听从监考人员安排，不重新启动、不关闭考试机，不做与考试无关的操作，不离开考场。耽误的时间按规定补足。
faults-read-power = 各位应试人员：供电出现故障，正在恢复，大家保持安静。各人留在自己的机位，听从监考人员安排，不开关任何设备，不离开考场。来电后按监考人员的口令操作，耽误的时间按规定补足。
faults-read-software = 各位应试人员：考试软件出现异常，正在处理，大家保持安静。各人留在自己的机位，听从监考人员安排，不重新启动、不关闭考试机，不做与考试无关的操作，不离开考场。耽误的时间按规定补足。
faults-read-cloud = 各位应试人员：云机房出现故障，正在恢复，大家保持安静。各人留在自己的机位，听从监考人员安排，不重新启动、不关闭考试机，不离开考场。恢复后按监考人员的口令重新登录，耽误的时间按规定补足。

## 登记

faults-report = 登记故障
faults-room = 考场
faults-where = 考场、机位
faults-which-room = 选择考场
faults-seats = 机位
faults-seats-hint = 如 25-48, 50
faults-effect-room = 不填机位，登记为全考场故障：第 { $room } 考场停止作答，恢复前任何人不离开考场。
faults-effect-site = 登记为全考点故障：所有考场停止作答，恢复前任何人不离开考场。
faults-seats-wrong = 第 { $room } 考场没有这些机位：{ $seats }。写作 25-48, 50。
faults-kind = 故障类别
faults-reported-by = 报告人
faults-report-confirm = 登记故障
faults-reported = 已登记：{ $kind }
faults-send = 故障 { $number }：派人处理
faults-send-short = 派人处理
faults-send-confirm = 登记派出
faults-sent = { $person }已派往处理故障 { $number }
faults-restore = 故障 { $number }：恢复正常
faults-restore-short = 登记恢复
faults-restore-confirm = 登记恢复时间
faults-restored = 故障 { $number } 已登记恢复
faults-to-room = 去“考场”页办理重置
faults-to-move = 转到备用考场

## 考试机清单

faults-find-machine = 查找：机位、考试机或地址
faults-column-seat = 机位
faults-column-address = 地址
faults-column-port = 网络端口
faults-machine-down = 故障未恢复
faults-machine-fine = 正常
faults-machines-none = 还没有清单。选一个考场，导入 CSV 文件，四列依次是机位、考试机、地址、网络端口，后两列可以空着。
faults-machines-not-found = 没有找到。可改用机位、考试机或地址的一部分。
faults-list-choose = 导入清单
faults-list-which-room = 清单按考场导入，先选一个考场。
faults-list-fits = { $file }（{ $encoding }）：第 { $room } 考场 { $count } 台，全部可以采用；采用后替换原有的 { $before } 台。
faults-list-take = 采用这份清单
faults-list-taken = 第 { $room } 考场的清单已登记：{ $count } 台
faults-list-unfit = { $file }（{ $encoding }）：有 { $count } 行不能采用，整份没有采用。改正下列各行后重新导入。
faults-list-bad = 不能采用的行
faults-column-line = 行
faults-column-why = 原因
faults-column-there = 内容
faults-row-whole = 全部
faults-row-not-text = 不是 CSV 文本
faults-row-no-such-seat = 本考场没有这个机位
faults-row-seat-twice = 机位重复
faults-row-no-machine = 没有写考试机
faults-row-signs = 只用字母、数字和 . : / _ -，不超过 40 个字符
faults-row-columns = 多于四列
faults-row-empty = 文件中没有内容
faults-encoding-utf8 = UTF-8 编码
faults-encoding-marked = UTF-8 编码，带标记
faults-encoding-gbk = GBK 编码

## 考场设备

faults-room-fine = 正常
faults-room-seats = { $count } 个机位故障
faults-room-stands = 停止作答，故障 { $fault }
faults-room-moved = 已转到第 { $room } 考场
faults-room-serves = 接续第 { $room } 考场
faults-room-standby = 备用考场
faults-column-machine = 监考机
faults-column-usable = 可用机位
faults-column-spare = 备用机位
faults-seats-down = 故障机位
faults-spare-none = 没有
faults-spare-serving = 启用中的备用机位
faults-swap-machine = 监考机
faults-swap-unknown = 没有登记
faults-swap-serial = 监考锁
faults-swap = 更换监考机
faults-swap-title = 第 { $room } 考场：更换备用监考机
faults-swap-lock = 监考锁 { $serial } 随考场使用，拔下后插到换上的监考机。
faults-swap-no-lock = 本考场没有启用的监考锁。
faults-swap-old = 换下的监考机
faults-swap-new = 换上的监考机
faults-swap-reason = 更换原因
faults-swap-checked = 换上的监考机已通过硬件检查（没有检查的，由主考、副主考、考务办公室或派驻人员签字）
faults-swap-restored = 本考场数据已恢复到换上的监考机（考试进行中必须恢复）
faults-swap-confirm = 登记更换
faults-swapped = 第 { $room } 考场现在使用监考机 { $machine }
faults-spare-in = 第 { $room } 考场：启用备用机位
faults-spare-in-short = 启用备用机位
faults-spare-note = 启用后计入可用机位。
faults-spare-in-confirm = 登记启用
faults-spare-out = 第 { $room } 考场：停用备用机位
faults-spare-out-short = 停用备用机位
faults-spare-out-note = 有人使用的机位不能停用。
faults-spare-out-confirm = 登记停用
faults-spare-done = 第 { $room } 考场已登记 { $count } 个备用机位
faults-move = 全考场转到备用考场
faults-move-title = 第 { $room } 考场：全考场转到备用考场
faults-move-note = 应试人员 { $count } 人全部转过去，由主考签字。原考场就此结束，机位重新抽取；备用考场还要放行，应试人员在那里重新登录。
faults-move-to = 备用考场
faults-moved-at = 转移时间
faults-move-line = 第 { $room } 考场，{ $places } 个机位
faults-move-nowhere = 没有可用的备用考场。由主考另行决定，可启用其他考场的备用机位或采用单机考试。
faults-move-on = 依据异常 { $number } 办理。
faults-move-opens = 本考场没有未处理完毕的异常，先自动登记一条“考场不能使用”，再办理转移。
faults-move-lost = 建议补时的时间：从 { $time }（故障发生）到各人在备用考场登录为止。
faults-move-lost-typed = 建议补时的时间：从上面填写的时间到各人在备用考场登录为止。
faults-move-confirm = 转到备用考场
faults-moved = 第 { $room } 考场已转到第 { $to } 考场，接着在“考场总览”页放行
faults-move-not = 本场次没有使用这个考场，不能转移。
faults-move-over = 本场次在这个考场已经结束，不能转移。
