# 备份、上传与移交。

safe-state-unchecked = 未核查
safe-state-to-back-up = 待备份
safe-state-to-upload = 已备份，待上传
safe-state-receipted = 回执已取得

safekeeping-sub = 当日场次 { $total } 个 · 回执已取得 { $done } 个
safekeeping-nothing = 还没有考务数据，没有可备份的内容。
safekeeping-sessions = 当日各场次
safekeeping-column-session = 场次
safekeeping-column-state = 状态
safekeeping-column-checked = 作答数据核查
safekeeping-column-backups = 备份
safekeeping-checked = { $time } 核查
safekeeping-unchecked = 未核查
safekeeping-count = { $count } 份
safekeeping-back-up = 备份本场次
safekeeping-folder = 备份到
safekeeping-choose = 选择文件夹
safekeeping-choose-title = 选择备份写到哪个文件夹或介质
safekeeping-receipt = 导入上传回执
safekeeping-receipt-title = 选择上传回执
safekeeping-receipt-files = 上传回执（*{ $suffix }）
safekeeping-practice-receipt = 取得上传回执（练习）
safekeeping-practice-nothing = 省级考试机构没有收到待回执的备份。练习时只收取 { $folder } 中的备份，先备份到这里。
safekeeping-close = 去核查作答数据

safekeeping-note-unchecked = 作答数据还没有由两人核查，不能备份。全部考场结束后，在“结束考试”页核查。
safekeeping-note-to-back-up = 作答数据已核查。把本场次的数据备份到介质：加密写出，再读回核对。
safekeeping-note-to-upload = 备份已写出并读回核对。按省级考试机构规定的方式上传，取得回执后导入。
safekeeping-note-receipted = 上传回执已取得，本场次的备份和上传已办完。
safekeeping-behind = 最近一次备份之后，本机又登记了 { $entries } 条。需要一并带走的，再备份一次。

safekeeping-backups = 本场次的备份
safekeeping-column-name = 文件
safekeeping-column-size = 大小
safekeeping-column-entries = 日志
safekeeping-column-digest = 摘要
safekeeping-column-supervised = 监督
safekeeping-column-receipt = 上传回执
safekeeping-entries = 到第 { $entries } 条
safekeeping-supervised = 有人监督
safekeeping-alone = 无人监督
safekeeping-no-receipt = 未取得
safekeeping-has-receipt = 已取得
safekeeping-size-bytes = { $size } 字节
safekeeping-size-kilobytes = { $size } 千字节
safekeeping-size-megabytes = { $size } 兆字节

safekeeping-writing = 正在写出 { $name }
safekeeping-proving = 正在读回核对 { $name }
safekeeping-done = 备份已写出，读回核对一致：{ $name }
safekeeping-stopped = 备份已停止，没有留下文件
safekeeping-receipted = 上传回执已登记

safekeeping-parts = 备份与移交
safekeeping-part-backup = 备份与上传
safekeeping-part-handover = 移交
safekeeping-day-files = 报省级考试机构的当日文件
safekeeping-day-files-note = 当日全部考场结束后写出，由考务锁签名，写到上面的文件夹。违纪情况清单另行加密，只有省级考试机构能打开。
safekeeping-files-missing = 还没有写出，或者写出后记录有变动：{ $files }。
safekeeping-files-have = 两个文件都已写出，记录没有变动。
safekeeping-summary = 写出考试日小结
safekeeping-violations = 写出违纪情况清单
safekeeping-exported = 已写出：{ $path }
