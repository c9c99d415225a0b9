# 记录与打印。

paper-state-draft = 草稿
paper-state-to-print = 待打印
paper-state-sent = 待确认印出
paper-state-not-out = 没有印出
paper-state-printed = 已印出
paper-state-superseded = 内容已更正

records-sub = 考场情况记录单 · 已印出 { $out } / { $total }
records-table = 各考场的考场情况记录单
records-column-room = 考场
records-column-state = 状态
records-column-copies = 留存
records-copies = { $count } 份
records-nothing = 还没有考务数据，没有可打印的记录单。
records-where = 打印到
records-to-file = 电子文件
records-print-all = 打印本场次 { $count } 份
records-all-kept = 没有待打印的
records-all-out = 确认 { $count } 份都已印出
records-printing = 正在打印第 { $room } 考场（{ $done } / { $total }）
records-sent = 已送往打印机“{ $printer }”{ $count } 份。看纸张是否印出，再在列表中确认。
records-written = 已写出 { $count } 份，在 { $folder }。打印后在列表中确认。

records-note-draft = 第 { $room } 考场的考试没有结束，右侧是草稿。结束考试后打印正式的记录单。
records-note-to-print = 打印并留存一份，由右侧列出的人员签字。
records-note-sent = 第 { $copy } 份印出来了吗？看到完整的纸张后再确认。
records-note-not-out = 第 { $copy } 份没有印出。检查打印机后再次送印；纸张残缺的，选择原因补印一份。
records-note-printed = 第 { $copy } 份已印出。需要再印的，选择原因补印一份。
records-note-superseded = 第 { $copy } 份之后内容有更正，已签字的一份不再有效。按现在的内容打印，重新签字。
records-close = 去结束考试
records-print = 打印这一份
records-print-changed = 打印更正后的一份
records-came-out = 确认印出
records-not-out = 登记未印出
records-resend = 再次送印
records-why = 选择补印原因
records-reprint = 补印一份
records-copy = 第 { $copy } 份{ $outcome }
records-copy-sent = 待确认
records-copy-out = 已印出
records-copy-not-out = 没有印出
records-said-out = 已登记：第 { $room } 考场的记录单第 { $copy } 份印出
records-said-not-out = 已登记：第 { $room } 考场的记录单第 { $copy } 份没有印出
records-all-said-out = 已登记：{ $count } 份都已印出
records-seen-draft = 第 { $room } 考场 · 草稿，不作为记录
records-seen-copy = 第 { $room } 考场 · 留存的第 { $copy } 份

preview-name = 记录单的样子
preview-nearer = 放大
preview-fit = 适合宽度
working-stop = 停止
