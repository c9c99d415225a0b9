# 单机考试页：谁需要、走到哪一步、回收和决定。

standalone-sub = 待办 { $may } 人 · 作答包在外 { $out } 人 · 待主考决定 { $doubt } 人 · 已回收 { $back } 人
standalone-people = 单机考试人员
standalone-field = 应试人员
standalone-field-hint = 准考证号、末三位或姓名
standalone-nobody = 现在没有人需要单机考试。重置后仍不能登录的，自动列在这里；其他情形输入准考证号添加。
standalone-choose = 在左边选一人，或输入准考证号添加。这里从上到下列出每一步。
standalone-record = 去打印同意与作答包记录
standalone-way = 单机考试步骤
standalone-who = { $seat ->
    [none] { $name } · { $ticket }
   *[other] 机位 { $seat } · { $name } · { $ticket }
    }
standalone-line-who = { $seat ->
    [none] { $name }
   *[other] { $seat } { $name }
    }
standalone-line-where = { $ticket } · 第 { $room } 考场{ $of ->
    [none] {""}
   *[other] {" "}· { $of }
    }
standalone-part = { $number }. { $part }
standalone-why = 查看“{ $part }”的依据
standalone-fold = 收起
standalone-unfold = 展开
standalone-part-done = 已办
standalone-part-ahead = 未到
standalone-files = 单机考试文件（{ $pattern }）
standalone-blank = 不用副本，从头作答
standalone-told-by = 报告人

alone-state-doubtful = 待主考决定
alone-state-over = 待回收
alone-state-login = 待登录
alone-state-package = 待导出
alone-state-consent = 待同意
alone-state-answering = 作答中
alone-state-back = 已回收
alone-state-lost = 已核销
alone-state-in-room = 回到考场
alone-part-consent = 主考同意
alone-part-package = 作答包
alone-part-login = 登录
alone-part-answering = 作答
alone-part-return = 回收
alone-part-decide = 决定、核销

## 名单的第三行

standalone-then-doubtful = 收回的数据有疑问，由主考决定
standalone-then-over = 作答时间已到，收回作答数据
standalone-then-login = 作答包已带往机器 { $machine }
standalone-then-package = 主考已同意，导出作答包
standalone-then-back = 作答数据已收回并核对
standalone-then-lost = 作答数据丢失，主考已核销
standalone-then-in-room = 在考试机上继续考试
standalone-then-unsigned = 电话同意，待主考补签
standalone-then-reset-failed = 重置后仍不能登录
standalone-then-consent = 不能在考试机上继续的，报主考
standalone-then-minutes = 有 { $minutes } 分钟补时还没有送到
standalone-then-copy = 中间副本，{ $time } 应做
standalone-then-answering = 剩 { $minutes } 分钟 · { $machine } · { $person }

## 现在做什么

standalone-now-consent = 考场系统管理员说明重置、更换考试机都不能继续的原因，向主考说明风险；主考同意并签名。
standalone-now-package = 考场系统管理员从作答终端取来登记文件，导出作答包，用登记过的存储介质送到机器旁。
standalone-now-login = 监看人员核对机器、时间和人，读出解锁码；登录后在这里登记时间。
standalone-now-answering = 监看人员每 15 分钟提醒做一次中间副本；耽误的时间补足后送到作答终端。
standalone-now-return = 交卷后取回作答数据，按打印的凭条逐组核对，应试人员和监考人员都已签名。
standalone-now-decide = 主考逐份对照，决定以哪一份为准；没有采用的同样保存。
standalone-in-room = 本人在考试机上继续考试，单机考试没有进行。再次需要的，先在考场办理重置。
standalone-unsigned = 同意来自电话。考场结束前由同意的人在下面“主考同意”一步补签。

## 1. 同意

standalone-ground = 为什么不能在考试机上继续
standalone-ground-by = 由谁说明
standalone-causes = 所依据的故障、异常
standalone-no-ground = 现在还不能申请单机考试：先在考场办理重置，重置后仍不能登录的再到这里；考试机或者整个考场不能使用的，先登记故障。
standalone-no-cause = 没有登记过与本考场有关的故障或异常，先到“故障”页登记。
standalone-warning = 单机考试没有同步备份：机器一旦损坏，最近一次副本以后的作答数据不能找回。慎重采用，作答中按时做中间副本。
standalone-warned = 已向同意的人说明没有备份的风险，对方知道
standalone-means = 怎样同意
standalone-here = 当面签名
standalone-phone = 电话同意
standalone-chief = 谁在电话中同意
standalone-given-at = 同意时间
standalone-consent-do = 请主考签名同意
standalone-consent-phone = 登记电话同意
standalone-consent-said = { $ticket } 的单机考试已经同意
standalone-consented = 同意
standalone-consented-by = { $person }，{ $time } { $how ->
    [ratified] 电话同意，已补签
    [phone] 电话同意，待补签
   *[other] 当面同意
    }
standalone-ratify = 补签电话同意
standalone-ratified = { $ticket } 的电话同意已补签

## 2. 作答包

standalone-custody = 哪个系统的作答包
standalone-ours = 本机导出
standalone-registered = 其他系统的，只登记
standalone-request = 选择作答终端登记文件
standalone-request-needed = 先选作答终端生成的登记文件。
standalone-machine = 机器
standalone-machine-of = 机器 { $machine }
standalone-machine-at = { $machine }，{ $where }
standalone-machine-needed = 填机器的名称或编号。
standalone-machine-unfit = 机器名称只能用字母、数字和连字符，最多 32 个，也不能是证件号码或手机号码。
standalone-fingerprint = 作答终端指纹：与终端屏幕上显示的逐组念读核对
standalone-host = 机器所在考场
standalone-place = 机位
standalone-no-seat = 不在机位上（备用机）
standalone-where = 第 { $room } 考场{ $place ->
    [none] ，不在机位上
   *[other] 机位 { $place }
    }
standalone-watched-by = 监看人员
standalone-medium = 存储介质
standalone-folder = 选择存储介质上的文件夹
standalone-folder-none = 还没有选文件夹
standalone-folder-needed = 先插入介质，选择上面的文件夹。
standalone-no-medium = 没有登记过的存储介质
standalone-medium-needed = 选择登记过的存储介质，或先在下面登记。
standalone-medium-line = { $label }（{ $person } 保管）
standalone-medium-serial = { $serial ->
    [none] 这个介质没有可读的序列号，以标签编号登记，由第二人核对标签。
   *[other] 这个介质还没有登记，序列号 { $serial }。
    }
standalone-medium-new = 登记另一个介质
standalone-medium-label = 标签编号
standalone-medium-custodian = 保管人
standalone-medium-register = 登记介质
standalone-medium-registered = 介质 { $label } 已登记
standalone-so-far = 选择中间副本继续
standalone-so-far-none = 不用副本
standalone-so-far-file = 从 { $file } 继续
standalone-voids = 原作答包为什么作废
standalone-export = 导出作答包
standalone-export-said = { $name } 的作答包已导出
standalone-foreign = 选择作答包文件
standalone-foreign-none = 还没有选文件
standalone-foreign-needed = 先选其他系统导出的作答包文件。
standalone-register = 登记作答包
standalone-register-said = { $name } 的作答包已登记并写到介质
standalone-write-again = 再写一次到介质
standalone-written = 第 { $number } 份作答包已再次写到介质
standalone-anew = 作废并重新导出
standalone-slip = 打印同意单
standalone-slip-where = 同意单的去处
standalone-slip-sent = 同意单已送往 { $where }
standalone-number = 作答包
standalone-exported = 导出时间
standalone-package-done = 第 { $number } 份，{ $time } { $custody ->
    [registered] 登记
   *[other] 导出
    }，机器 { $machine }{ $ended ->
    [void] ，已作废
    [lost] ，数据丢失
   *[other] {""}
    }

## 3. 登录，4. 作答

standalone-code-show = 显示解锁码
standalone-code-hide = 隐藏解锁码
standalone-code-for = { $name } 的解锁码：只读给在这台机器旁监看的人，本人坐到机器前再读
standalone-login-how = 到{ $where }，机器 { $machine }：核对终端显示的时间与考点时间一致，输入解锁码，由本人输入准考证号和证件号码。
standalone-login-how-other = 到{ $where }，机器 { $machine }：按该系统的方法打开作答包，由本人登录。
standalone-login-first = 台账已补 { $minutes } 分钟，还没有送到作答终端。先在这里登记登录时间，再在“作答”一步签发补时凭证。
standalone-login-noted = 登记的登录时间
standalone-login-at = 登录时间
standalone-login-do = 登记登录
standalone-login-said = 登录时间已登记
standalone-login-done = { $time } 登录
standalone-withdraw = 收回作答包，回考场考试
standalone-withdrawn = 作答包已作废，本人回考场重置后登录
standalone-left = 剩余作答时间（到 { $time }）
standalone-left-name = 剩余作答时间 { $left }
standalone-voucher-waits = 台账已补 { $minutes } 分钟，作答终端还没有收到。签发补时凭证，读给监看人员输入。
standalone-voucher-issue = 签发补时凭证
standalone-voucher-show = 显示补时凭证
standalone-voucher-said = 补时凭证已签发
standalone-voucher-for = 补时凭证（导出后共 { $minutes } 分钟）：读给监看人员，输入作答终端；重复输入不会多加
standalone-lost = 有 { $minutes } 分钟耽误的作答时间还没有补，先在台账补时，再签发补时凭证。
standalone-copies = { $count ->
    [0] 还没有中间副本，{ $due } 应做{ $late ->
        [yes] ，已到时间
       *[no] {""}
        }。
   *[other] 中间副本：{ $times }；下一次 { $due }{ $late ->
        [yes] ，已到时间
       *[no] {""}
        }。
    }
standalone-copies-note = 中间副本写到登记过的存储介质，不是交卷的作答数据，不能代替回收。
standalone-course-done = 中间副本 { $copies } 次{ $minutes ->
    [0] {""}
   *[other] ，补时凭证共 { $minutes } 分钟
    }
standalone-copy-at = 副本时间
standalone-copy-do = 登记中间副本
standalone-copy-said = 中间副本已登记

## 5. 回收

standalone-take = 取入作答数据文件
standalone-take-note = 交卷后终端写出的作答数据文件；中间副本也可以在这里取入，只保存，不作为交卷。
standalone-take-again = 再次取入的文件同样保存，由主考决定。
standalone-taken = { $file } 已取入并核对
standalone-digest = 文件摘要：与签名凭条上的逐组核对
standalone-return-done = { $time } 取入，第 { $number } 份作答包
standalone-came = 取入时间
standalone-opened = 打开时间
standalone-closed = 交卷时间
standalone-copied = 副本时间
standalone-digest-copy = 文件摘要
standalone-used = 作答用时
standalone-answered = 作答题数
standalone-answered-of = { $questions } 题中 { $answered } 题
standalone-dead = 机器损坏，数据取不回

## 6. 决定、核销

standalone-doubtful = 收回的作答数据有疑问，由主考对照后决定。各份都保存，互不覆盖。
standalone-return-title = 第 { $number } 份：作答数据{ $counts ->
    [yes] ，以此为准
   *[no] {""}
    }
standalone-interim-title = 第 { $number } 份：中间副本{ $counts ->
    [yes] ，以此为准
   *[no] {""}
    }
standalone-no-flaws = 没有疑问
standalone-flaws = 疑问：{ $flaws }
standalone-pick = 以这一份为准
standalone-pick-name = 以第 { $number } 份为准
standalone-pick-none = 有疑问的都不作数
standalone-pick-one = 先选定以哪一份为准。
standalone-decide = 请主考签名决定
standalone-decided = 主考已决定
standalone-incident = 所依据的异常
standalone-incident-none = 没有可依据的异常
standalone-incident-needed = 中间副本只有依据作答数据丢失或损坏的异常才能采用，先登记异常。
standalone-incident-line = { $number } { $kind } { $time }
standalone-incident-open = 登记异常：作答数据丢失
standalone-incident-said = 异常已登记，接着由主考核销
standalone-dead-title = 机器损坏，作答数据取不回
standalone-dead-note = 先登记异常并立即报告；确认取不回的，由主考签名核销，有中间副本的可在上面采用。
standalone-dead-at = 发生时间
standalone-write-off = 请主考签名核销
standalone-written-off = 作答数据已按异常 { $number } 核销
standalone-written-off-said = { $ticket } 的作答数据已核销
