# 应试人员：查找、入场、更正。

candidates-search = 扫描或输入准考证号、后三位、证件号码
candidates-search-name = 输入姓名
candidates-search-said = 查找应试人员：准考证号、序号、证件号码或后四位、姓名
candidates-by-name = 按姓名
candidates-by-name-said = 打开输入法，按姓名查找；扫码前关闭
candidates-rooms = 按考场筛选
candidates-all-rooms = 全部考场
candidates-states = 按状态筛选
candidates-everyone = 全部 { $count }
candidates-shown = 显示 { $shown } / { $all } 人
candidates-list = 应试人员列表
candidates-sort = 列表排序：左右键选列，空格键排序
candidates-erased = （个人信息已清除）
candidates-nobody = 各场次都没有符合的应试人员。核对输入的号码；查找姓名的，先点“按姓名”。仍查不到的，报告主考。
candidates-elsewhere = 本场次没有此人；编排在{ $session }第 { $room } 考场。
candidates-go-session = 转到{ $session }

## 应试人员的情况

candidates-choose-one = 扫描准考证，或者在列表中选一人。
candidates-photo = 报名照片
candidates-no-photo = 无照片
candidates-place = 第 { $room } 考场，序号 { $sequence }，{ $seat ->
    [none] 不绑定机位
   *[other] 机位 { $seat }
}
candidates-registered = 登记的证件
candidates-came-late = { $time } 到场，已停止入场，没有准予入场。
candidates-correct = 更正入场、缺考登记

## 入场

candidates-check-in = 办理入场
candidates-choose = 选择
candidates-document = 出示的证件
candidates-number = 证件号码（刷卡或输入）
candidates-number-how = 与登记比对，可不填
candidates-at = 到场时间
candidates-by = 报告人
candidates-compared = 已由监考人员人工比对，确认是本人的证件
candidates-agreed = 准考证、身份证件与本人一致的，按回车键准予入场。
candidates-admit = 准予入场
candidates-admitted = 已准予入场：{ $name }（{ $ticket }）
candidates-already = { $name }已于 { $time } 入场，不再办理。另有人持同一准考证到场的，立即报告主考。
candidates-first-document = 先选择出示的是哪一种证件。
candidates-first-compare = 证件号码与登记不一致：先由监考人员人工比对，再勾选。

match-same = 与登记的证件号码一致
match-unsound = 与登记的证件号码一致，但校验位不符：仔细查看证件。
match-misread = 与登记不一致，校验位也不符：可能读错，重新刷卡或输入。
match-differs = 与登记的证件号码不一致：由监考人员人工比对。

## 更正

candidates-to-present = 更正为实考
candidates-to-absent = 更正为缺考
candidates-reason = 更正原因
candidates-found-at = 查明时间
candidates-first-reason = 先选择更正原因。
candidates-corrected = 已更正：{ $name }（{ $ticket }）

## 门口的核实

candidates-held = 门口等候
candidates-held-since = { $time } 起，{ $cause }
candidates-waiting = 门口等候 { $count } 人
candidates-waits = { $name }（第 { $room } 考场，{ $time } 起）
candidates-hold = 安排在门口等候
candidates-hold-note = 到门口的时间即到场时间，等候期间不算迟到。
candidates-hold-cause = 等候原因
candidates-hold-confirm = 登记等候
candidates-hold-said = 已登记在门口等候：{ $ticket }
candidates-let-in = 核实后准予入场
candidates-let-in-confirm = 登记准予入场
candidates-ground = 准予入场的依据
candidates-no-document = 没有证件
candidates-refuse = 不予入场
candidates-refuse-note = 停止入场前带齐证件再来的，可以重新办理入场。
candidates-refuse-confirm = 登记不予入场
candidates-refuse-said = 已登记不予入场：{ $ticket }
candidates-turned-back = 未予入场
candidates-suspect = 登记疑似替考
candidates-suspicion = 疑似替考
candidates-impostor-door = 疑似替考：不准予入场，带到一旁看管，报警并报告主考。
candidates-impostor-room = 疑似替考：保留作答数据，带离时有人看管，报警并报告主考。
candidates-kept-apart = 已看管
candidates-note-kept-apart = 登记已看管
candidates-police = 已报警
candidates-note-police = 登记已报警
candidates-note-confirm = 登记时间
candidates-noted = 已登记：{ $ticket }
candidates-clear = 解除疑似替考
candidates-cleared = 已解除疑似替考：{ $ticket }

## 机位

candidates-in-last = 刚准予入场
candidates-seat-in = 第 { $room } 考场 机位
candidates-full = 第 { $room } 考场已满，没有空机位。登记调出，引导到有空机位的考场。
candidates-room-full = 第 { $room } 考场已满：准予入场后随即调出。
candidates-next-slip = 第 { $room } 考场使用机位签：领取下一张，按签入座。
candidates-send-on = 登记调出
candidates-sent-on = 已登记调出，其他考场都没有空机位。在“调动”页查看可以启用的备用机位和备用考场。
candidates-sent-on-to = 已登记调出，由工作人员引导到第 { $room } 考场（空余 { $places }）；到达后在“调动”页登记调入。
candidates-moved-in = { $room } 调入
candidates-transferred = 跨考场调动
candidates-from-room = 由第 { $room } 考场调入
candidates-other-seat = 在 { $seat } 号机位登录，与安排的机位不符，没有重置记录
candidates-reset = 重置 { $count } 次
candidates-reset-way = { $time } 由 { $old } 到 { $new } 号机位
candidates-gave-up = 放弃考试
candidates-kept-until = （{ $time } 起可离场）
candidates-left = 离开考场

## 其他页

candidates-to-transfers = 去“调动”页办理
candidates-to-room = 去“考场”页办理
candidates-extra-time = 补时
candidates-extra-minutes = 累计 { $minutes } 分钟，作答到 { $time }
