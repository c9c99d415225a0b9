# 考试机构程序：锁具登记、考务锁补发、人员表。

help-register = 登记、变更、撤销一个考点的锁具；给出存放位置的，另生成锁具登记表
help-register-lock = 锁具注册申请，可给多份
help-register-room = 监考锁归哪个考场，写作“锁具编号=考场号”，可给多个；不写考场号的，改为备用
help-register-vpn-key = VPN 密钥的编号，可给多个
help-register-revoke = 撤销的锁具的编号，可给多个
help-register-reference = 注册文号；遗失的锁具换了注册文号才重新有效
help-register-out = 锁具登记表的存放位置；考点尚未导入考务数据的，锁具随考务数据下发，不需要生成
register-needs-request = 生成锁具登记表，要有考点注册申请
register-lock = { $kind } { $serial }{ $room ->
    [none] {""}
   *[other] {"，"}第 { $room } 考场
    }{ $software ->
    [yes] {"，"}软件锁
   *[no] {""}
    }{ $revoked ->
    [yes] {"，"}已撤销
   *[no] {""}
    }{ $fingerprint ->
    [none] {""}
   *[other] {"，"}公钥指纹 { $fingerprint }
    }
register-issued = 第 { $number } 号锁具登记表已生成：{ $path }。上面列出的公钥指纹与考点当面或电话核对后再下发。

help-replace = 补发考务锁：撤销遗失的，把本机数据的密钥交给新锁，生成补发文件
help-replace-request = 考点用新锁生成的考务锁补发申请
help-replace-fingerprint = 新锁的公钥指纹，由考点当面或电话读出
replaced = 考务锁 { $old } 已撤销，由 { $serial } 代替，补发文件：{ $path }

help-answers = 打开单机考试的作答数据，写成文本文件
help-answers-keys = 考点备份中的密钥文件
answers-opened = 准考证号 { $ticket } 的作答数据已打开，已答 { $count } 题：{ $path }

fault-not-a-date = 不是日期，应写作 2026-06-19 的样子
fault-staff-is-candidate = 人员表中的人参加本次考试，到考点不能上岗；所填为准考证号

trouble-fingerprint-wrong = 考点读出的指纹与补发申请中新锁的公钥指纹（{ $found }）不一致，没有生成补发文件。由考试机构与考点再次核对；仍不一致的，这份申请不是那把锁生成的，不予办理。

## 授权码

help-code = 给出一个授权码。指定存放密钥的文件夹或登记簿的，先登记，后显示
help-code-master = 主密钥文件，32 字节的十六进制文本；不指定的，用存放密钥的文件夹中的主密钥
help-code-room = 考场号，用于考场延时、全考场补时
help-code-ticket = 准考证号，用于个人补时
help-code-minutes = 允许的分钟数：延时从统一开考时间算起；补时为累计分钟数。1 至 60
help-code-to = 给谁：考点来电人的姓名、职务
help-code-why = 事由，如考点申请的编号
help-code-by = 给出授权码的人；不填的，记本机登录的账号
help-code-ledger = 授权码登记簿文件；不指定的，用存放密钥的文件夹中的登记簿
help-root = 算出授权码的根值
help-check = 用根值核对一个授权码：正确的，显示分钟数；不正确的，说明哪里不对
help-check-code = 授权码，分组或不分组均可
help-check-root = 根值，20 位十六进制
help-ledger = 列出给过的授权码
help-reconcile = 把考点备份与授权码登记簿对账：只核对，不生成回执
help-reconcile-ledger = 另存的授权码登记簿，可给多个
help-directive = 生成部考试中心的处理意见（练习）
help-directive-room = 考场号，可给多个
help-directive-outcome = 处理意见：开考、顺延或取消
help-directive-until = 开考的截止时间：当天的时间，或者日期和时间
code-given-before = 此前给过：{ $at }，{ $minutes } 分钟，给{ $to }，事由：{ $why }
code-mistyped = { $length ->
    [20] 第 { $groups } 组有误。重新听读这几组。
   *[other] 共 { $length } 个字符，应为 20 个。逐组重新听读。
 }
code-for-another = 字符无误，但不是{ $session }“{ $subject }”的授权码（{ $purpose }）。核对用途、场次和对象。
codes-none = 登记簿中没有这样的授权码。
codes-at = 给出时间
codes-site = 考点
codes-session = 场次
codes-purpose = 用途
codes-subject = 对象
codes-minutes = 分钟
codes-to = 给谁
codes-why = 事由
codes-by = 给出人
codes-weight = 程度
codes-entry = 日志条目
codes-finding = 情况
codes-serious = 问题
codes-remark = 提示
codes-agree = 考点备份与授权码登记簿一致。
codes-disagree = 有 { $count } 处问题，与考点逐项核实。
codes-leaked = 考点录入了登记簿中没有的授权码，并记为通过核对。主密钥已经泄露，或者给出时没有登记，或者考点的记录不实。先按泄露处理：立即停止用这个主密钥给出授权码，报告本机构负责人，核对全部考点。
codes-never-given = 录入 { $minutes } 分钟的授权码并记为通过核对，登记簿中{ $given ->
    [0] 没有
   *[other] 最多 { $given } 分钟
 }
codes-unproved = 录入 { $minutes } 分钟的授权码（考点无法核对），登记簿中{ $given ->
    [0] 没有
   *[other] 最多 { $given } 分钟
 }
codes-too-early = 记为 { $at } 听到 { $minutes } 分钟的授权码，而 { $given_at } 才给出：时钟有误，或者时间不实
codes-start-beyond = { $at } 开考，延时 { $minutes } 分钟，到那时{ $given ->
    [0] 没有给过授权码
   *[other] 给过的授权码最多 { $given } 分钟
 }
codes-minutes-beyond = { $at } 补时后累计 { $minutes } 分钟，共 { $people } 人，到那时{ $given ->
    [0] 没有给过授权码
   *[other] 给过的授权码最多 { $given } 分钟
 }
codes-for-fewer = 录入 { $minutes } 分钟的授权码，给出的是 { $given } 分钟的
codes-not-entered = { $given_at } 给出 { $given } 分钟的授权码，考点没有录入
codes-by-ministry = { $at } 办理 { $minutes } 分钟，依据 { $reference }，向部考试中心核实
codes-started-before-asking = 记为 { $at } 开考，而考点 { $given_at } 还为该考场申请延时开考，那时应未开考
codes-entered-late = { $at } 开考，延时 { $minutes } 分钟，所依据的申请 { $reference }，同意、授权码或处理意见在开考以后才录入
codes-told-otherwise = 先报 { $given_at } 开考，没有依据，未予记录，后来记为 { $at } 开考
codes-told-late = 记为 { $at } 准时开考，过了 { $minutes } 分钟才录入
directed = 处理意见 { $serial } 已生成：{ $path }

trouble-asked-unfit = { $problem ->
    [missing] 缺少 { $option }。补上后重新执行。
    [needless] 这里不用 { $option }。去掉后重新执行。
    [minutes] 分钟数应为 1 至 60，所填为 { $value }。核对后重新执行。
    [directive] 延时 { $value } 分钟超过 60 分钟，不能给授权码。由考点报部考试中心，按部考试中心的处理意见办理。
    [tool] 累计补时 { $value } 分钟超过 60 分钟，不能给授权码。由考点向部考试中心申请专用工具。
    [master] 主密钥文件 { $value } 应为 32 字节的十六进制文本（64 个字符）。核对文件后重新执行。
    [root] 根值应为 20 位十六进制。核对后重新执行。
    [over] 截止时间 { $value } 已过。核对后重新执行。
   *[form] { $option } 所填的“{ $value }”不合要求。核对后重新执行。
 }
trouble-ledger-damaged = 授权码登记簿 { $file } 第 { $line } 行不完整或被改动过，没有采用，也没有给出授权码。保留原件，报告本机构负责人，由两人补正这一行；急需给出授权码的，另外指定一个登记簿文件，以后对账时一并给出。

package-unproved = 考务数据 { $package } 是用以前的版本生成的，没有留存可核对的内容。考点接收的是不是这一份，规则、场次时间、考场和锁具是否与生成时一致，只有考点备份自己的记载，没有得到证实。
trouble-package-not-issued = { $problem ->
    [unknown] 备份的日志条目 { $entry } 记载考点接收了考务数据 { $package }，本机构没有生成过这一份。备份没有采用，没有回执，也没有对账。保留备份，报告本机构负责人，与考点核实考务数据的来源。
   *[differs] 备份的日志条目 { $entry } 所记的考务数据 { $package }，规则、场次时间、考场或锁具与本机构生成的不一致。备份没有采用，没有回执，也没有对账。保留备份，报告本机构负责人，与考点核实。
 }

## 接收备份

help-receive-request = 考点的登记申请，或存放登记申请的文件夹，可给多个
help-receive-came = 一份备份，或存放各考点备份的文件夹（可按考点分子文件夹），签名文件与备份放在一起
help-receive-out = 把收到的内容展开成普通文件的文件夹；不指定的，只核对，不展开
help-receive-receipts = 写回执和接收清单的文件夹；不指定的，在存放密钥的文件夹中另设
receive-site = 考点
receive-file = 文件
receive-kind = 类别
receive-about = 场次或考场
receive-entries = 日志条数
receive-state = 接收情况
receive-remark = 说明
arrived-received = 已接收
arrived-received-before = 此前已接收，内容相同
arrived-not-received = 未接收
arrived-forked = 与先前收到的不一致，未接收
receive-resumed = 注意：{ $at } 起改由备用机 { $machine } 记录，接到第 { $entry } 条（{ $reached }）{ $lost ->
    [0] 。
   *[other] ，锁上还记有后面 { $lost } 条，备份中没有。
 }考点应说明原因，缺少的内容应已从纸质记录补录。
receive-unnamed = 注意：日志中没有先前收到的备份 { $file }，或所记内容不同，由考点说明它的来历。
receive-not-in-journal = 收到的日志中尚无记载；此后没有再交场次备份的，属正常。
receive-room-unproved = 监考锁 { $serial } 不在本机构生成的考务数据中，考场的签名没有核对。
receive-room-unsigned = 该考场登记有监考锁，交来的却是没有签名的文件夹，内容是否属于该考场只有考点一方的说法。
receive-about-room = 第 { $room } 考场，{ $day }
receive-not-extracted = 没有展开：{ $why }
receive-answers = 作答数据打开 { $opened } 份{ $failed ->
    [0] 。
   *[other] ，打不开 { $failed } 份，见应试人员表的说明栏。
 }
receive-written = 已接收 { $count } 份，场次备份的回执和接收清单写在 { $receipts }。
receive-personal = 展开的内容在 { $folder }，其中有应试人员和工作人员的个人信息、作答数据，没有加密：只在受控的机器上使用，按规定保管，用完删除。
receive-loud = 注意：考点 { $site } 的备份 { $file } 有上面注明的情况，与考点核实。
receive-loud-forked = 警告：考点 { $site } 的备份 { $file } 与先前收到的日志不是同一份记录，可能恢复过旧数据或改写过日志。没有给回执。保留全部文件，报告本机构负责人，向考点查明。
receive-bad = 有 { $count } 份备份没有接收或没有展开，原因见上表；其余考点不受影响。
trouble-site-unknown = 没有考点 { $site } 的登记申请，无法核对签名，没有接收。核对考点代码，补上该考点的登记申请后重新接收。
trouble-exam-unknown = 本机构没有给考点 { $site } 生成过考试 { $exam } 的考务数据，没有接收。核对考点和考试，仍不相符的，保留文件，与考点核实。
trouble-sidecar-missing = 备份 { $file } 旁边没有与它同名的签名文件，没有接收。由考点补交签名文件后重新接收。
trouble-backup-missing = { $file } 不是备份文件，或只有签名文件没有备份，没有接收。核对文件夹，由考点补交备份后重新接收。
trouble-arrived-otherwise = 备份 { $file } 与先前收到的同名备份，或与考点日志所记的，内容不同，没有接收。保留两份文件，与考点核实。
trouble-journal-shorter = 备份 { $file } 的日志只有 { $entry } 条，先前收到的已有 { $marked } 条，其中没有这份备份，考点可能恢复过旧数据。没有接收，也没有给回执。保留全部文件，与考点核实。
