# 备份、上传与移交。

safe-state-unchecked = 未核查
safe-state-to-back-up = 待备份
safe-state-to-carry = 仅在本机，待存介质
safe-state-to-bundle = 待导出上传包
safe-state-to-upload = 待上传
safe-state-receipted = 回执已取得

upload-state-not-due = 未导出上传包
upload-state-ready = 待上传
upload-state-failed = 上传未成
upload-state-sent = 已上传，待回执
upload-state-given = 已交市级机构
upload-state-received = 市级机构已收到
upload-state-uploaded = 市级机构已上传，待回执
upload-state-mismatched = 回执不符
upload-state-confirmed = 回执已取得

room-safe-going-on = 考试未结束
room-safe-due = 待备份
room-safe-lacking = 备份无效
room-safe-safe = 已备份

medium-state-lost = 已遗失
medium-state-faulty = 试写不合格
medium-state-handed-over = 已移交
medium-state-sealed = 已封装
medium-state-mirror = 镜像介质
medium-state-written = 已写入备份
medium-state-tried = 试写合格
medium-state-registered = 已登记，未试写

safekeeping-sub = 当日场次 { $total } 个 · 回执已取得 { $done } 个
safekeeping-nothing = 还没有考务数据，没有可备份的内容。
safekeeping-sessions = 当日各场次
safekeeping-column-session = 场次
safekeeping-column-state = 状态
safekeeping-column-checked = 作答数据核查
safekeeping-column-backups = 备份
safekeeping-column-upload = 上传
safekeeping-column-media = 存储介质
safekeeping-checked = { $time } 核查
safekeeping-unchecked = 未核查
safekeeping-count = { $count } 份
safekeeping-all = 核查、备份并导出上传包
safekeeping-copy = 复制到存储介质
safekeeping-bundle = 导出上传包
safekeeping-attempted = 登记上传情况
safekeeping-city = 交市级考试机构上传
safekeeping-city-said = 登记市级机构告知
safekeeping-target = 备份到
safekeeping-look-again = 重新查找介质
safekeeping-register-first = 有未登记的介质，去登记
safekeeping-target-none = 没有插入已登记的存储介质。插入后按“重新查找介质”；认不出序列号的介质按“选择文件夹”指明。
safekeeping-target-here = 仅本机（临时；办结当日考试前须复制到存储介质）
safekeeping-target-medium = 介质 { $label }（可用 { $free }）
safekeeping-target-folder = 介质 { $label }（{ $folder }）
safekeeping-choose = 选择文件夹
safekeeping-choose-title = 选择备份写到哪个文件夹或介质
safekeeping-receipt = 导入上传回执
safekeeping-receipt-title = 选择上传回执
safekeeping-receipt-files = 上传回执（*{ $suffix }）
safekeeping-practice-receipt = 取得上传回执（练习）
safekeeping-practice-nothing = 省级考试机构没有收到待回执的备份。练习时只收取 { $folder } 中的备份，先备份到这里。
safekeeping-close = 去核查作答数据

safekeeping-note-unchecked = 两人先核查作答数据，再备份到存储介质，随后导出上传包：一次签名，依次办完。考场没有全部结束时不能核查。
safekeeping-note-to-back-up = 作答数据已核查。备份到存储介质并导出上传包：加密写出，再读回核对。
safekeeping-note-to-carry = 备份只在本机，本机损坏就没有了。不影响下一场次开考，但办结当日考试前须复制到已登记的存储介质。
safekeeping-note-to-bundle = 备份已存到存储介质。导出上传包，用于向部考试中心指定的服务器上传。
safekeeping-note-to-upload = 上传包已导出。上传后登记情况；只有取得回执才算上传成功。网络条件不够时，交市级考试机构上传。
safekeeping-note-receipted = 上传回执已取得，本场次的备份和上传已办完。
safekeeping-behind = 最近一次备份之后，本机又登记了 { $entries } 条。需要一并带走的，再备份一次。

safekeeping-backups = 本场次的备份
safekeeping-column-name = 文件
safekeeping-column-size = 大小
safekeeping-column-entries = 日志
safekeeping-column-digest = 摘要
safekeeping-column-supervised = 监督
safekeeping-entries = 到第 { $entries } 条
safekeeping-supervised = 有人监督
safekeeping-alone = 无人监督
safekeeping-size-bytes = { $size } 字节
safekeeping-size-kilobytes = { $size } 千字节
safekeeping-size-megabytes = { $size } 兆字节
safekeeping-size-gigabytes = { $size } 吉字节
safekeeping-pace = · 每秒 { $speed }，约剩 { $left } 秒
safekeeping-list = { $things }
safekeeping-here-alone = 仅本机
safekeeping-attempt = { $time } 上传：{ $result }{ $reference ->
    [""] { "" }
   *[other] （编号 { $reference }）
}
safekeeping-city-number = 交市级考试机构：移交 { $number }
safekeeping-city-step = { $time } { $step }
safekeeping-mismatched = 回执 { $serial } 写的内容与本机的备份不一致，不算上传成功。重新导出上传包后再上传。
safekeeping-copy-needs-medium = 先在“备份到”里选定一个已登记的存储介质。
safekeeping-copy-not-here = 本机和已插入的介质上都没有 { $name }。插入存有它的介质后再办。
safekeeping-bundled = 上传包已导出到 { $folder }，读回核对一致
safekeeping-not-released = 备份已写好并读回核对，有效。介质上还有程序在用，没有安全弹出：稍候在系统里弹出后再拔下。

safekeeping-writing = 正在写出 { $name }
safekeeping-proving = 正在读回核对 { $name }
safekeeping-done = 备份已写出，读回核对一致：{ $name }
safekeeping-stopped = 备份已停止，没有留下文件
safekeeping-receipted = 上传回执已登记

safekeeping-parts = 备份与移交
safekeeping-part-backup = 备份与上传
safekeeping-part-rooms = 考场备份
safekeeping-part-media = 存储介质
safekeeping-part-mirror = 镜像
safekeeping-part-paper = 纸质补录
safekeeping-part-handover = 移交
safekeeping-part-cleaning = 清除与保存期限
safekeeping-day-files = 报省级考试机构的当日文件
safekeeping-day-files-note = 当日全部考场结束后写出，由考务锁签名，写到上面的文件夹。违纪情况清单另行加密，只有省级考试机构能打开。
safekeeping-files-missing = 还没有写出，或者写出后记录有变动：{ $files }。
safekeeping-files-have = 两个文件都已写出，记录没有变动。
safekeeping-summary = 写出考试日小结
safekeeping-violations = 写出违纪情况清单
safekeeping-exported = 已写出：{ $path }

attempt-title = 登记上传情况
attempt-note = 上传包 { $name }。每上传一次登记一次；是否成功以回执为准。
attempt-result = 情况
attempt-reference = 上传编号
attempt-reference-hint = 上传页面显示的编号，没有可不填
attempt-when = 上传时间
attempt-confirm = 登记
attempt-done = 上传情况已登记

city-title = 交市级考试机构上传
city-note = 网络不能上传时，把存有上传包的介质交市级考试机构，由其上传。交接双方各两人，当面清点；交接后打印移交单签名。
city-no-media = 没有存有上传包的介质。先把备份复制到存储介质。
city-confirm = 登记移交
city-done = 已登记移交市级考试机构
city-step-title = 市级考试机构告知（移交 { $number }）
city-step-note = 收到、已上传都只是告知；取得回执才算上传成功。
city-step-what = 告知内容
city-step-when = 告知时间
city-step-who = 接听人
city-step-confirm = 登记
city-step-done = 已登记市级考试机构告知的情况

room-backup-column-room = 考场
room-backup-column-state = 状态
room-backup-column-over = 末场结束
room-backup-column-source = 来源
room-backup-column-size = 大小
room-backup-column-supervised = 监督
room-backup-column-media = 存储介质
room-backup-table = 当日各考场的备份
room-backup-room = 第 { $room } 考场
room-backup-note = 当日用过 { $total } 个考场，{ $open ->
    [0] 备份都已读回核对，存在介质上。
   *[other] 还有 { $open } 个没有有效备份。办结当日考试前须办完；不影响开考。
}
room-backup-how = 考场当日最后一个场次结束后，由考场把监考机的备份带来：用本系统的带签名文件，或其他系统的文件夹（原样复制，不打开）。选定考场，再选文件或文件夹。
room-backup-chosen = 选定：第 { $room } 考场
room-backup-file = 选择考场备份文件
room-backup-file-title = 选择考场带来的备份文件
room-backup-files = 考场备份文件（*{ $suffix }）
room-backup-folder = 选择其他系统的文件夹
room-backup-folder-title = 选择考场带来的文件夹

media-column-label = 标签
media-column-state = 状态
media-column-here = 插入
media-column-custodian = 保管人
media-column-trial = 试写
media-column-holds = 存有
media-column-seal = 封条
media-column-serial = 序列号
media-table = 存储介质登记
media-nothing = 还没有登记存储介质。
media-note = 备份、镜像和交给考场的文件只写到已登记的专用介质。用之前先试写：看空间、速度、文件系统和能否写入。
media-register = 登记介质
media-register-title = 登记存储介质
media-register-note = 序列号由本机从介质上读出。读不出的，以标签为准，须有第二人在场核对。
media-which = 介质
media-which-missing = 先选定一个介质，或者选择它所在的文件夹。
media-plugged = { $folder }（{ $size }{ $serial ->
    [""] ，读不出序列号
   *[other] ，序列号 { $serial }
}{ $label ->
    [""] { "" }
   *[other] ，已登记为 { $label }
}）
media-choose-title = 选择介质所在的文件夹
media-label = 标签
media-label-hint = 贴在介质上的编号，如 U-0001
media-custodian = 保管人
media-register-confirm = 登记
media-registered = 介质已登记
media-here = 已插入
media-away = 未插入
media-by-label = 以标签为准
media-holds = { $count } 份备份
media-untried = 未试写
media-trial = 每秒 { $speed }，可用 { $free }
media-trial-full = { $when } 试写，文件系统 { $system }，{ $virus }
media-virus = 已在其他机器上查过病毒
media-virus-done = 已查病毒
media-virus-open = 未查病毒
media-try = 试写
media-trying = 正在试写、读回
media-tried = 试写结果已登记
media-not-here = 这个介质没有插入本机。
media-seal = 封装
media-seal-title = 封装介质 { $label }
media-seal-note = 移交前装入封袋，登记封条编号。封装后不再写入；拆封时把编号清空再登记。
media-seal-number = 封条编号
media-seal-confirm = 登记
media-sealed = 封装已登记
media-lost = 报失
media-lost-title = 报失介质 { $label }
media-lost-note = 遗失后，它存有的 { $holds } 份备份不再算数：没有别的介质存有的，须重新备份。
media-lost-when = 发现时间
media-lost-who = 报告人
media-lost-confirm = 报失
media-was-lost = 已报失

cleaning-column-what = 缺什么
cleaning-column-which = 场次、考场
cleaning-column-day = 日期
cleaning-lacks = 清除前还缺
cleaning-go-there = 去办理
cleaning-lacking = 还缺 { $count } 项，不能清除。
cleaning-no-override = 任何人都不能越过：各场次上传回执、各场次备份、各考场备份都齐了，才能清除。
cleaning-ready = 各场次回执、各场次备份、各考场备份都已齐全，可以由两人清除本机的考务数据。
cleaning-not-handed-over = 注意：还有存有备份的介质没有移交省级考试机构。清除后本机不能再登记移交。
cleaning-nothing = 本机没有举行过场次，没有要清除的数据。
cleaning-awaiting = 等待清除：{ $when } 起由 { $custodian } 保管，封条 { $seal }。回执到齐后启封，再清除。
cleaning-cleaned = { $when } 已清除。日志、表单和登记保留到保存期限届满。
cleaning-sure = 我知道：清除后应试人员信息和作答数据在本机不可恢复，只留日志、表单和登记。
cleaning-clean = 清除数据
cleaning-done = 数据已清除
cleaning-await = 封存待清除
cleaning-certificate = 清除证明
await-title = 封存待清除
await-note = 回执迟迟不到时的合规收尾：设备封存，交一名保管人（本人签名），写明缺回执的场次。回执到齐后启封清除。
await-seal = 封条编号
await-seal-hint = 字母、数字、连字符
await-place = 存放处
await-custodian = 保管人
await-confirm = 封存
await-done = 已封存，等待清除

retention-title = 保存期限
retention-table = 保存期限
retention-column-kept = 保存什么
retention-column-which = 场次、考场
retention-column-months = 期限
retention-column-start = 起算
retention-column-until = 至少保存到
retention-column-clause = 条目
retention-months = { $months } 个月
retention-unknown = 未定
retention-all = 全部
retention-published = 成绩公布日：{ $day }。
retention-pending = 成绩公布日还没有登记：未登记前，记录和作答数据都不得销毁。
retention-publication = 登记成绩公布日
retention-video = 登记录像
publication-title = 登记成绩公布日
publication-note = 考场记录和作答数据的保存期限从这一天起算。改动已登记的日期须主考在场。
publication-day = 公布日
publication-confirm = 登记
publication-done = 成绩公布日已登记
publication-unread = 日期写成 2021-12-31 这样。
video-title = 登记录像
video-note = 登记录像存在哪台录像机或硬盘、从何时到何时。作为证据的保存期限更长，登记后不能改回。
video-of = 拍的是
video-kept-on = 录像机或硬盘编号
video-kept-on-hint = 字母、数字、连字符
video-day = 日期
video-since = 从
video-until = 到
video-evidence = 其中有要作为证据的内容
video-confirm = 登记
video-done = 录像已登记

## 备用机接续之后，从纸质记录补录

resumed-head = 本机（{ $machine }）自 { $at } 起接替原考点机（{ $before }）；镜像到第 { $entries } 条（{ $reached }），{ $lost ->
    [0] 考务锁没有记到更多
   *[other] 考务锁上记到第 { $marked } 条，少 { $lost } 条
}。
resumed-note = 镜像之后发生的事项，按各考场的纸质记录和应急纸质备份的续记页补录。补录时填写发生时间，记入时间由本机登记，两个时间都打印。考务锁不是每一条都记，没有缺少的考场也要核对纸质记录。
resumed-done = 各考场停机期间的纸质记录都已补录或者核对。
resumed-none = 本机没有接替过其他考点机，没有要从纸质记录补录的事项。
resumed-rooms = 待补录的考场
resumed-column-session = 场次
resumed-column-room = 考场
resumed-column-state = 镜像中的状态
resumed-column-ends = 计划结束
resumed-state-awaited = 未开考
resumed-state-started = { $time } 开考
resumed-state-ended = { $time } 结束
resumed-steps = 第 { $room } 考场可能发生的事项，按纸质记录逐项补录：
resumed-choose-room = 选择一个考场，列出可能发生的事项。
resumed-confirm = 确认已补录
resumed-nothing = 没有要补录的
resumed-confirm-title = 确认纸质记录已补录：{ $session }，第 { $rooms } 考场
resumed-nothing-title = 确认没有要补录的：{ $session }，第 { $rooms } 考场
resumed-confirm-note = 两人核对这些考场停机期间的纸质记录后确认。
resumed-when = 核对时间
resumed-who = 核对纸质记录的人
resumed-confirm-done = 已登记
resumed-one-session = 一次只确认一个场次的考场，分场次选择。
resumed-choose-first = 先选择考场。
resumed-later = 原考点机后来登记的
resumed-later-note = 原考点机被接替以后登记的不是本考点的记录。拿到它的数据文件夹后在这里列出，逐条与补录的内容核对。
resumed-later-choose = 选择原考点机的数据文件夹
resumed-later-reading = 正在读取原考点机的日志
resumed-later-none = 原考点机在被接替以后没有登记。
resumed-later-found = 原考点机在被接替以后登记了 { $count } 条：
resumed-later-number = 条目
resumed-later-at = 记入时间
resumed-later-what = 内容

paper-step-entry = 入场
paper-step-start = 开考
paper-step-attendance = 缺考核对
paper-step-seats = 登录、重置、离场
paper-step-transfers = 调动
paper-step-faults = 故障
paper-step-conduct = 违纪与异常
paper-step-time = 延时与补时
paper-step-standalone = 单机考试
paper-step-end = 结束考试
