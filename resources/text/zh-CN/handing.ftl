# 移交：文书、存储介质和证据当面交给来人。

handing-begin = 办理移交
handing-none = 还没有办理过移交。
handing-made = 已办的移交
handing-sheet = 打印交接单
handing-column-number = 编号
handing-column-at = 时间
handing-column-what = 移交的内容
handing-what = 文书 { $papers } 份，存储介质 { $media } 个，证据 { $evidence } 件
handing-title = 办理移交
handing-note = 移交人、接收人各两名，当面清点。两名移交人都要签名确认；办完后打印交接单，由双方签字。
handing-giver = 移交人（{ $number }）
handing-escort = 介质押运人（{ $number }）
handing-receiver = 接收人（{ $number }）
handing-office = 接收单位
handing-when = 移交时间
handing-cards = 接收人的工作证件和身份证件已查验
handing-papers = 可移交的文书（共 { $count } 份）
handing-evidence = 证据（共 { $count } 件）
handing-media = 存储介质（共 { $count } 个）
handing-piece = { $tag }，{ $kind }，在{ $place }
handing-nothing = 没有可移交的文书、证据或存储介质。文书签字齐全后才能移交，在“记录与打印”页的待签文件中登记签字。
handing-confirm = 登记移交
handing-done = 移交已登记。打印交接单，由双方签字。
