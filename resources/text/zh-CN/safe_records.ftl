# 备份、存储介质、上传、镜像、备用机接续、清除、保存期限：日志里的句子，规程不允许时的说明，代替代码的词，每一种记录的意义。

## 备份、存储介质：发生了什么

fact-backup-copied = 备份 { $name } 另存到存储介质 { $medium }，读回核对一致。
fact-room-backup-verified = 第 { $room } 考场 { $day } 的考场备份 { $name }（{ $source }{ $lock ->
    [none] {""}
   *[other] ，监考锁 { $lock }
}）于 { $taken_at } 做成，已存到存储介质 { $medium }，读回核对一致：{ $size } 字节，文件 { $files } 个{ $supervised ->
    [yes] ，有人监督
   *[no] ，没有人监督
}。
fact-medium-tried = 存储介质 { $serial } 于 { $at } 试写{ $fault ->
    [none] 通过
   *[other] 不合格（{ $fault }）
}：{ $file_system ->
    [none] 文件系统读不出
   *[other] 文件系统 { $file_system }
}，容量 { $size } 字节，剩余 { $free } 字节，每秒写入 { $speed } 字节，{ $virus_checked ->
    [yes] 已查毒
   *[no] 没有查毒
}。
fact-medium-sealed = 存储介质 { $serial } 于 { $at } { $seal ->
    [none] 启封
   *[other] 封存，封条编号 { $seal }
}。
fact-medium-was-lost = 登记存储介质 { $serial } 遗失，发生于 { $at }，报告人 { $reported_by }。

## 上传、移交地市：发生了什么

fact-bundle-exported = 备份 { $backup } 的上传包于 { $at } 导出，读回核对一致。
fact-upload-attempted = 备份 { $backup } 的上传包于 { $at } 上传：{ $result }{ $reference ->
    [none] {""}
   *[other] ，服务器显示 { $reference }
}。
fact-receipt-mismatched = 上传回执 { $serial } 与备份 { $backup } 不符，回执所列的摘要为 { $there }，按没有上传处理。
fact-bundles-given = 移交 { $handover }：上传包 { $backups_count } 个于 { $at } 随存储介质移交市级考试机构，由其上传：{ $backups }。
fact-city-step-told = 移交 { $handover } 的上传包：{ $step }，时间 { $at }，接听人 { $heard_by }。

## 镜像、备用机接续：发生了什么

fact-mirror-begun = 于 { $at } 开始镜像，写到存储介质 { $medium }。
fact-mirror-out = 镜像（存储介质 { $medium }）于 { $at } 停止：{ $reason }。
fact-mirror-drilled = 接续演练：从镜像（存储介质 { $medium }）读回到第 { $entries } 条，核对文件 { $blobs } 份，于 { $at } 完成。
fact-mirror-back = 镜像（存储介质 { $medium }）恢复，没有落后。
fact-went-on-without-mirror = 镜像落后 { $behind } 条，两人于 { $at } 决定照常办理，原因是{ $reason }。
fact-day-resumed = 备用机于 { $at } 凭存储介质 { $medium } 中的镜像接续，本机代号 { $machine }，接续到第 { $entries } 条（{ $reached } 记入）{ $lost ->
    [0] ，考务锁记得的都在其中
   *[other] ，考务锁记得的另外 { $lost } 条镜像中没有，照纸质记录补录
}。
fact-paper-entered = { $session }第 { $room } 考场停机期间的纸质记录于 { $at } { $nothing ->
    [yes] 核对，没有要补录的
   *[no] 补录完毕
}，报告人 { $reported_by }。

## 清除、保存期限：发生了什么

fact-data-cleaned = 于 { $at } 清除考试过程数据和应试人员信息，日志、表单和台账保留，仍可签名人员的名单摘要 { $staff }。
fact-data-erased = 于 { $at } 本机的数据清除完毕{ $media_count ->
    [0] {""}
   *[other] ，并清除了存储介质 { $media } 上的镜像
}。
fact-cleaning-awaited = 于 { $at } 封存待清除：封条编号 { $seal }，由 { $custodian } 保管，待取得上传回执的场次 { $sessions_count } 个：{ $sessions }。
fact-results-published = 登记成绩公布日 { $day }。
fact-video-noted = 登记{ $of }录像{ $room ->
    [none] {""}
   *[other] （第 { $room } 考场）
}：{ $since } 至 { $until }，存于 { $kept_on }{ $evidence ->
    [yes] ，作为证据
   *[no] {""}
}。

## 备份、存储介质：规程不允许时的说明

refusal-copy-differs = 存储介质中的备份 { $name } 与本机做的不一致。本机：{ $here }；介质中：{ $there }。由考点系统管理员在“备份、上传与移交”页重新复制，仍不一致的换用另一个存储介质。
refusal-room-not-used = 第 { $room } 考场在 { $day } 没有使用，没有考场备份可做。由登记人在“备份、上传与移交”页核对考场和日期。
refusal-room-still-in-use = 第 { $room } 考场在 { $day } 还有场次没有结束。由考点系统管理员在该考场当天全部场次结束后，再在“备份、上传与移交”页收取考场备份。
refusal-taken-too-early = 第 { $room } 考场的这份备份于 { $taken_at } 做成，早于该考场当天考试结束的时间 { $over_at }，不能采用。由考场系统管理员重新备份，再由考点系统管理员在“备份、上传与移交”页收取。
refusal-medium-lost = 存储介质 { $serial } 已登记遗失，不能使用。由考点系统管理员换用另一个；已经找到的，先在“备份、上传与移交”页重新登记、试写。
refusal-medium-given-away = 存储介质 { $serial } 已在移交 { $number } 中交出，不在考点。由登记人换用另一个；已经退回的，由考点系统管理员先在“备份、上传与移交”页重新登记。
refusal-medium-under-seal = 存储介质 { $serial } 已封存待移交，封条编号 { $seal }，不再写入。由考点系统管理员换用另一个；确须再写的，在“备份、上传与移交”页会同另一人启封。

## 上传、移交地市：规程不允许时的说明

refusal-backup-outdated = 备份 { $name } 做成之后，作答数据又重新核查过，这一份不再上传。由考点系统管理员在“备份、上传与移交”页重新备份，上传新的一份。
refusal-bundle-differs = 导出的上传包与备份 { $name } 不一致。备份：{ $here }；上传包：{ $there }。由考点系统管理员在“备份、上传与移交”页重新导出。
refusal-bundle-missing = 备份 { $name } 在所填的时间还没有导出上传包。由考点系统管理员先在“备份、上传与移交”页导出；时间填错的，改正时间。
refusal-upload-reference-unfit = 所填的服务器编号不合：只有字母、数字和 . / _ -，不超过 40 个字符，不写姓名、证件号码和手机号码。由登记人照服务器显示的编号重新填写，没有编号的不填。
refusal-nothing-for-city = 没有选择要由市级考试机构上传的场次。由登记人在“备份、上传与移交”页选择场次后再办理移交。
refusal-not-on-these-media = 所移交的存储介质中没有备份 { $name }。由考点系统管理员在“备份、上传与移交”页把它复制到要移交的介质，或者改选存有它的介质。
refusal-not-given-to-city = 移交 { $number } 没有交给市级考试机构的上传包，或者所选的不是市级考试机构告知的步骤。由登记人在“备份、上传与移交”页核对移交编号和步骤。
refusal-city-step-too-early = 所填的时间早于移交 { $number } 前一步的时间 { $since }。由登记人核对时间后，在“备份、上传与移交”页重新填写。

## 镜像、备用机接续：规程不允许时的说明

refusal-mirror-medium-unread = 存储介质 { $serial } 的编号是照标签填写的，拔出后本机认不出，不用作镜像。由考点系统管理员换用编号由本机读取的介质，在“备份、上传与移交”页登记。
refusal-mirror-behind = { $out ->
    [none] 镜像落后 { $behind } 条，稍候即可跟上
   *[other] 镜像已停止（{ $out }），落后 { $behind } 条
}，这一步等镜像跟上后办理。由考点系统管理员在“备份、上传与移交”页查看镜像，把存储介质重新插好或者换用另一个；来不及的，会同另一人选择原因后照常办理。
refusal-mirror-not-behind = 没有落后的镜像，不用另行决定。由考点系统管理员直接办理下一步；还没有镜像的，在“备份、上传与移交”页选择存储介质开始镜像。
refusal-no-paper-due = { $session }{ $room ->
    [none] 没有选择考场
   *[other] 第 { $room } 考场没有等待补录的纸质记录
}。由登记人在“备份、上传与移交”页核对场次和考场。

## 清除、保存期限：规程不允许时的说明

refusal-cleaned-already = 本机的考试数据已于 { $at } 清除，不再办理这一步。由考点系统管理员在日志和留存的表单中查看；下一次考试在新登记的考点机上办理。
refusal-not-cleaned-yet = 考试数据还没有清除，现在打印的清除证明只是草稿。尚缺：{ $lacks }。由考点系统管理员在“备份、上传与移交”页补齐、会同另一人清除后再打印。
refusal-cleaning-waits = 现在不能清除数据，尚缺：{ $lacks }。由考点系统管理员在“备份、上传与移交”页逐项补齐；只缺上传回执的，可以封存待清除。
refusal-nothing-to-clean = 本机没有办过场次，没有可以清除的数据。由考点系统管理员核对是不是这台考点机。
refusal-nothing-awaited = 各场次的上传回执都已取得，不用封存待清除。由考点系统管理员会同另一人，在“备份、上传与移交”页直接清除数据。
refusal-publication-unfit = 成绩公布日 { $day } 早于考试结束之日或者晚于今天，或者考试还没有结束。由登记人照公布的通知核对日期，在“备份、上传与移交”页重新填写。
refusal-video-unfit = 录像登记的内容不合：考场录像要写本考点的考场号，保密室录像不写；设备编号只有字母、数字和短横线，不超过 20 个字符；起止时间先后相接，不晚于现在。由登记人核对后，在“备份、上传与移交”页重新填写。

## 尚缺的项目

lack = { $session ->
    [none] { $day }{" "}
   *[other] { $session }
}{ $room ->
    [none] {""}
   *[other] 第 { $room } 考场
}{ $what }
lacking-day-open = 没有办结当日考试
lacking-receipt = 没有上传回执
lacking-session-backup = 没有存到存储介质的备份
lacking-room-backup = 没有考场备份

## 介质、上传、镜像、录像的用词

room-source-signed = 考场端签名的备份文件
room-source-folder = 其他系统的文件夹

medium-fault-read-only = 写保护
medium-fault-full = 空间不足
medium-fault-slow = 写入太慢
medium-fault-file-system = 文件系统放不下 4 吉字节以上的文件
medium-fault-write-failed = 写入失败
medium-fault-read-back-failed = 读回不一致

upload-result-sent = 已发出，待上传回执
upload-result-network-failed = 网络不通
upload-result-too-slow = 网络太慢
upload-result-refused = 服务器没有接收

city-step-given = 已移交市级考试机构
city-step-received = 市级考试机构已收到
city-step-uploaded = 市级考试机构已上传

mirror-reason-medium-gone = 存储介质已拔出
mirror-reason-medium-full = 存储介质已写满
mirror-reason-write-failed = 写入失败
mirror-reason-other-medium = 插的是另一个存储介质，或者其中是另一台考点机的镜像
mirror-reason-not-followed = 其中的内容与本机日志接不上

waiver-reason-no-other-medium = 没有其他可用的存储介质
waiver-reason-medium-faulty = 存储介质有故障
waiver-reason-time-presses = 时间紧迫

video-of-room = 考场
video-of-secrecy-room = 保密室

kept-routine = 考场记录和作答数据
kept-serious = 有严重违纪或重大异常的考场记录和作答数据
kept-electronic = 电子文档
kept-video = 考场录像
kept-evidence-video = 作为证据的录像
kept-secrecy-video = 保密室录像

## 每一种记录的意义

means-backup-copied = 同一份备份又多了一个存储介质，读回后逐字节一致。
means-room-backup-verified = 一个考场当日全部场次结束后的数据，收取后读回核对一致。每次另存一份，已有的不覆盖。
means-medium-tried = 存储介质在使用之前试写的结果：容量、速度、文件系统是否够用。
means-medium-sealed = 存储介质封存待移交，此后不再写入；或者由两人启封。
means-medium-was-lost = 存储介质遗失，其中的备份不再计入。只存在其中的，须重新备份，已办结的考试日重新打开。
means-bundle-exported = 报部考试中心服务器的上传包已导出，内容与备份相同。
means-upload-attempted = 一次上传的情况。无论显示什么，只有上传回执才算确认。
means-receipt-mismatched = 回执上的摘要与本机的备份不同，不算已上传，上传包重新导出。
means-bundles-given = 网络无法传输，上传包随存储介质移交市级考试机构，由其上传。
means-city-step-told = 市级考试机构告知收到或已上传。是否成功仍以上传回执为准。
means-mirror-begun = 从这一条起，每条日志同时加密写到这个存储介质，本机损坏时由备用机接续。
means-mirror-out = 本机发现镜像跟不上日志。考试照常进行，此后的记录暂时只在本机。
means-mirror-drilled = 照备用机接续的办法把镜像从头读了一遍，逐条核对，能够接续到所写的一条。
means-mirror-back = 镜像已写全，两边一致。此前准予照常办理的决定到此为止。
means-went-on-without-mirror = 镜像恢复之前，等着它的各步照常办理，由签名的两人负责。
means-day-resumed = 从这一条起，以这台备用机的日志为准，原来的考点机不再作为考点的记录。
means-paper-entered = 停机期间考场写在纸上的，已由两人补录或者核对。补录的每一条都有发生时间和记入时间。
means-data-cleaned = 上传和备份都已确认后，两人在场清除。日志仍可核对，要保留的保存到期限届满。
means-data-erased = 清除到此完成，个人信息密钥不再存在。当时不在本机的镜像，插入介质后再次清除，另记一条。
means-cleaning-awaited = 还缺上传回执，考试先依规结束：设备封存、有人保管，取得回执后启封清除。
means-results-published = 记录和电子文档的保存期限自成绩公布之日起算。公布之前不得销毁。
means-video-noted = 录像存在哪里、录的哪一段时间，是不是证据。保存期限自考试结束起算。
refusal-two-escorts = 存有作答数据的介质须由两名不同的人押运。由登记人填写两名押运人后重试。
refusal-no-mirror-there = 存储介质 { $serial } 已不是镜像。由登记人在“备份、上传与移交”页查看现在的镜像后重新演练。
