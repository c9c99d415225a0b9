# 设备、文件、密钥出了问题：先说发生了什么，再说现在怎么办。

## 本机的数据和日志

trouble-store-in-use = 本机数据（{ $file }）正由另一个窗口使用。切换到已打开的窗口继续办理；找不到的，关闭其他窗口后重新打开。
trouble-store-missing = 文件夹 { $file } 中没有考点数据。由考点系统管理员核对所选的文件夹；新的考点先办理考点登记。
trouble-store-exists = 文件夹 { $file } 中已有数据，没有改动。换一个空文件夹再办，或直接打开已有的数据。
trouble-store-damaged = 数据文件 { $file } 有损坏，无法继续读写。{ $entry ->
    [0] 日志读到的位置无法确定。
   *[other] 日志读到第 { $entry } 条附近。
    }停止在本机办理，保留全部文件；由考点系统管理员报告考务办公室，用最近的备份核对。
trouble-store-other-lock = 这份数据要用考务锁 { $expected } 打开，现在插的是 { $found }。由考点系统管理员换上考务锁 { $expected } 后重新打开。
trouble-chain-broken = 日志从第 { $entry } 条起与前面对不上，可能被改动过。停止在本机办理，保留全部文件；由考点系统管理员报告考务办公室和省级考试机构，用最近的备份核对。
trouble-entry-unreadable = 日志第 { $entry } 条无法读懂，可能是用更新版本的程序写的。由考点系统管理员用原来的版本打开；仍然不行的，保留全部文件，报告考务办公室。
trouble-cut-short = 日志只到第 { $entry } 条，而此前标记到第 { $marked } 条，后面的记录缺失，可能恢复了旧的数据。停止在本机办理，保留全部文件；由考点系统管理员报告考务办公室和省级考试机构，用最近的备份核对。
trouble-mark-missing = 考务锁上没有本机日志的标记，而日志已有 { $entry } 条，无法判断数据是否被换成旧的。保留全部文件和锁；由考点系统管理员报告考务办公室，用最近的备份和已签字的记录核对。考场继续考试，情况先记在纸上。
trouble-rewritten = 日志第 { $entry } 条与此前的标记不一致，可能被改写过。停止在本机办理，保留全部文件；由考点系统管理员报告考务办公室和省级考试机构，用最近的备份核对。
trouble-write-doubtful = 刚才一步是否已写入磁盘无法确定，到第 { $entry } 条的记录已经保存。由考点系统管理员重新打开本机数据，看清这一步是否已经记录，再决定是否重办。
trouble-medium-full = 介质已满，{ $file } 没有写出，已登记的内容不受影响。由考点系统管理员换一个介质，或清理出空间后重新写出。
trouble-medium-small = { $file } 需要 { $needed } 兆字节，那里只剩 { $free } 兆字节，没有写出。由考点系统管理员清理出空间，或换一个登记过的存储介质。
trouble-folder-unfit = { $file } 无法复制：{ $reason ->
    [link] 是链接，所指的内容不会随之复制
    [special] 不是普通文件
    [name] 名称无法记入清单
    [deep] 文件夹层数过多或名称过长
    [large] 超过 8 吉字节
    [many] 文件夹里的文件过多
   *[empty] 其中没有文件
    }。没有登记备份。由考点系统管理员请考场把数据整理为普通文件后重新带来。
trouble-passphrase-short = 正式使用的口令至少 { $signs } 个字符。另设一个口令后重新执行；口令遗失后没有别的打开办法。
trouble-site-code-wrong = “{ $found }”不是考点代码：考点代码为 4 至 12 位数字。核对后重新执行。
trouble-disk-full = 磁盘已满，{ $file } 没有写入，刚才一步没有保存，之前的记录不受影响。由考点系统管理员清理出磁盘空间，重新打开后再办这一步。
trouble-blob-damaged = 本机保存的一份文件（摘要 { $digest }）已损坏。停止在本机办理，保留全部文件；由考点系统管理员报告考务办公室，用最近的备份核对。
trouble-blob-missing = 本机没有所需的文件（摘要 { $digest }）。由考点系统管理员重新导入该文件；导入过的，用备份核对并报告考务办公室。
trouble-console-stopped = 上一步写入时出了问题，本机暂停办理。到第 { $entry } 条的记录已经保存。由考点系统管理员重新打开本机数据后继续。
trouble-superseded = 自 { $since } 起，本机不再是本考点的记录机：考务锁已在接续的考点机（{ $machine }）上使用，它从第 { $entry } 条之后接着记录。停止在本机办理，保留全部文件；由考点系统管理员到接续的考点机上办理，本机在第 { $entry } 条之后登记的内容，在那里逐条列出后补录。
trouble-mirror-failed = 镜像停止：{ $reason ->
    [medium_gone] 作镜像的存储介质不在本机
    [medium_full] 作镜像的存储介质已满
    [other_medium] 存储介质上是另一份数据的镜像
    [not_followed] 存储介质上的镜像与本机的日志接不上
   *[write_failed] 作镜像的存储介质不能写入
    }。登记照常保存在本机；由考点系统管理员在“备份、上传与移交”页恢复或更换镜像。
trouble-mirror-missing = { $file } 中没有本考点的镜像，没有接续。由考点系统管理员核对所插的存储介质和所选的文件夹；没有镜像的，用最近的备份和纸质记录核对，报告考务办公室。
trouble-mirror-busy = 镜像正在写入，没有清除任何数据。等镜像跟上后重新清除。
trouble-mirror-not-here = 存储介质 { $label } 上有本考点的镜像，但不在本机，没有清除任何数据。由考点系统管理员插入该介质后重新清除；介质已经移交或者遗失的，先在介质登记中登记。
trouble-personal-erased = 本考点的数据已经清除，个人信息密钥不再存在，这部分内容无法读出。需要核对的，查阅保存的记录单和日志，或者请省级考试机构从备份中查找。
trouble-erase-failed = { $file } 没有能够删除，清除没有完成。由考点系统管理员关闭占用它的程序，核对文件权限后重新打开本机数据：打开时接着清除。

## 口令、密钥、锁具

trouble-wrong-passphrase = 口令不对，{ $file } 没有打开。核对大小写和输入法后重新输入；口令丢失的，没有别的打开办法。
trouble-wrong-pin = 人员代码或 PIN 不正确。由本人核对后重新输入。
trouble-pin-blocked = 锁的 PIN 多次输入不正确，已经锁定。停止输入；由考点系统管理员联系锁具的发放机构解锁或更换。
trouble-pin-waits = PIN 多次输入不正确。{ $seconds } 秒后再试；忘记 PIN 的，由另外两人在“人员”页找回。
trouble-pin-unfit = { $rule ->
    [short] 新 PIN 不足 { $signs } 位。另设一个至少 { $signs } 位的。
    [one-sign] 新 PIN 由同一个字符组成。另设一个不易猜到的。
    [run] 新 PIN 是连续的数字或字母。另设一个不易猜到的。
    [code] 新 PIN 与人员代码相同。另设一个不易猜到的。
    [same] 新 PIN 与现在的相同。另设一个不同的。
   *[signs] 新 PIN 含有无法显示的字符。关闭输入法，用键盘上的数字和字母另设一个。
 }
trouble-recovery-missing = 考务数据没有带来找回口令，本机不能找回 PIN。由考点系统管理员联系省级考试机构。
trouble-recovery-wrong = 两份密封口令不对，没有找回 PIN。核对密封件上的大小写后重新输入；两份都要拆封，先后不限。
trouble-wrong-key = 考务锁中的密钥打不开 { $file }。由考点系统管理员核对是不是本考点的考务锁；锁具无误的，报告考务办公室，用备份核对。
trouble-lock-removed = 锁没有应答（{ $reason ->
    [removed] 没有插好
    [exchanged] 插的是另一把锁
    [logged_out] 锁已退出登录
    [device_error] 锁报告出错
    [driver_gone] 驱动程序中断
    [driver_missing] 找不到驱动程序
   *[no_answer] 限时内没有应答
 }），刚才一步没有完成。由考点系统管理员插好锁后重新办理；正在进行的考试不受影响。
trouble-lock-damaged = 锁中的数据无法读取。由考点系统管理员拔下后重新插入再试；仍然不行的，报告考务办公室，联系省级考试机构更换锁具。
trouble-lock-kind-wrong = 插着的是 { $found }，不是本考点的考务锁 { $expected }。拔下后插入考务锁；监考锁只在“锁与授权”页启用时插入。
trouble-pin-needed = 考务锁 { $lock } 已插好。输入这把锁的口令，打开本机数据。
trouble-lock-in-service = 这把锁已在考点或考场使用。需要重新使用的，由负责发锁的人员清空后重新注册；否则换一把锁。
trouble-lock-doubled = 插着的两把锁编号相同。拔下其中一把，核对哪一把是注册的锁，再重办这一步。
trouble-lock-full = 锁的存储空间已满，没有写入。由考点系统管理员联系锁具的发放机构清理或更换。
trouble-software-lock-refused = 正式考试不接受软件锁。由考点系统管理员插入已注册的考务锁后再办；练习时使用练习文件。

## 文件

trouble-package-missing = 本机还没有考务数据。由考点系统管理员先在“编排”页导入考务数据。
trouble-file-missing = 文件 { $file } 无法读写：找不到，或者所在的介质已经拔出、没有权限。由考点系统管理员检查介质和文件名后重试。
trouble-file-damaged = 文件 { $file } 已损坏或不完整，没有采用。由考点系统管理员向提供方重新取得该文件。
trouble-file-too-large = 文件 { $file } 超过上限 { $limit } 字节，没有采用。核对是否选对了文件，或由考点系统管理员联系提供方。
trouble-file-not-for-us = 文件 { $file } 不是加密给本机的，打不开。由考点系统管理员核对是不是本考点的文件，向提供方重新取得。
trouble-member-strange = 文件 { $file } 中有不该有的内容（{ $member }），没有采用。由考点系统管理员联系提供方重新制作。
trouble-member-doubled = 文件 { $file } 中有重复的内容（{ $member }），没有采用。由考点系统管理员联系提供方重新制作。
trouble-member-missing = 文件 { $file } 中缺少 { $member }，没有采用。由考点系统管理员重新取得完整的文件。
trouble-member-differs = 文件 { $file } 中的 { $member } 与签名清单不一致，没有采用。由考点系统管理员向提供方重新取得该文件。
trouble-field-doubled = { $file }{ $line ->
    [0] {""}
   *[other] {" "}第 { $line } 行
    }中字段 { $field } 重复，没有采用。由考点系统管理员联系提供方重新制作。
trouble-content-unfit = { $file }{ $line ->
    [0] {""}
   *[other] {" "}第 { $line } 行
    }的内容不符合格式（{ $problem }），没有采用。由考点系统管理员联系提供方重新制作。
trouble-signature-bad = { $document }的签名不成立，内容可能被改动，没有采用。由考点系统管理员向签发方重新取得，仍然不行的报告考务办公室。
trouble-signer-unknown = { $document }的签名人（{ $signer }）没有登记，没有采用。由考点系统管理员核对文件的来源和锁具登记，联系省级考试机构。
trouble-kind-wrong = 选的文件不对：这里要用{ $expected }，读到的是{ $found }。由考点系统管理员重新选择。
trouble-mode-wrong = 练习与正式不能混用：这里是{ $expected }，读到的是{ $found }。由考点系统管理员换用同一种的文件。
trouble-exam-wrong = 读到的是考试 { $found } 的内容，这里要用考试 { $expected } 的。由考点系统管理员重新选择文件。
trouble-site-wrong = 读到的是考点 { $found } 的内容，这里要用考点 { $expected } 的。由考点系统管理员重新选择文件。
trouble-session-wrong = 读到的是场次 { $found } 的内容，这里要用场次 { $expected } 的。由考点系统管理员重新选择文件。
trouble-room-wrong = 读到的是第 { $found } 考场的内容或另一把监考锁的签名，这里要用第 { $expected } 考场登记的。由考点系统管理员核对考场和监考锁，重新取回该考场的结果。
trouble-day-wrong = 考场带来的是 { $found } 的数据，这里要的是 { $expected } 的。由考点系统管理员向该考场取回当日的文件。
trouble-edition-wrong = 授权对应考务数据第 { $found } 版，本机是第 { $expected } 版。由考点系统管理员联系省级考试机构，取得同一版本的授权或考务数据。
trouble-machine-wrong = 单机考试的文件与机器不符：文件对应机器 { $expected }，现在是机器 { $found }；名称相同的，机器的密钥已更换。文件没有采用。由考点系统管理员核对机器和文件；确需在另一台机器上考试的，经主考同意后重新导出作答包。
trouble-ticket-wrong = 准考证号不符：这里只用准考证号 { $expected } 的内容，没有打开，也没有采用。由监考人员核对准考证和作答包；文件拿错的，由考点系统管理员换用对应的文件。
trouble-package-wrong = 单机考试作答包不符：{ $expected ->
    [0] 这里没有登记过这名应试人员本场次的作答包
   *[other] 这里要第 { $expected } 份的内容，读到的是第 { $found } 份的；份数相同的，内容来自另一个文件
    }。没有采用，已有的内容不变。由考点系统管理员保留这个文件，核对作答包的登记后报告主考。
trouble-unlock-wrong = 解锁码和证件号码合在一起打不开作答包 { $package }。由监考人员核对作答包编号、解锁码和证件号码后重新输入；仍然打不开的，请考点机重新报读解锁码。
trouble-clock-behind = 本机时间 { $machine_time } 早于作答包的导出时间 { $issued_at }，没有打开。由监考人员对照考点机的时间，把本机时钟调准后重新打开；考点机的时间有误的，先报告主考。
trouble-clock-ahead = 按本机时间 { $machine_time }，作答包（导出时间 { $issued_at }，作答 { $minutes } 分钟）的作答时间已经用完，没有打开。由监考人员对照考点机的时间，本机时钟有误的，调准后重新打开；时钟无误的，由考点机重新导出作答包。
trouble-code-waits = 多次输入不正确。{ $seconds } 秒后再试；由监考人员请考点机重新报读。
trouble-voucher-wrong = 这个补时凭证不是给作答包 { $package } 的，作答时间不变。由监考人员核对作答包编号，请考点机重新报读。
trouble-package-older = 本机已有这名应试人员本场的第 { $held } 份作答包，读到的是第 { $found } 份，没有采用；份数相同的，内容来自另一个文件。由考点系统管理员取最后导出的一份。
trouble-package-open = 作答包 { $package } 已在本机打开，还没有交卷。先打开这一份作答并交卷，再办其他的；不能继续的，由监考人员报告主考。
trouble-station-damaged = 本机单机作答的登记（{ $file }）已损坏，两处都不能读取。保留两处的全部文件；由考点系统管理员换一个新的文件夹登记，重新导出作答包，并报告主考。
trouble-places-apart = 两处保存的内容（{ $file }）互相矛盾，没有打开，两处都没有改动。保留两处的全部文件；由监考人员报告主考，确定采用哪一处后，把另一处的介质或文件夹移开再打开。
trouble-answers-lost = 作答包 { $package } 在本机作答过，但两处都读不到完整的作答数据，没有打开。插好另一处的介质后重新打开；仍然不行的，保留全部文件，由监考人员报告主考，用最近的中间副本重新导出作答包。
trouble-save-failed = 两处都写不进去，刚才的作答没有保存，之前保存的不受影响。由监考人员检查磁盘空间和介质，再答一次；仍然不行的，报告主考。
trouble-answer-unfit = 这个答案与题目不符，没有保存。核对后重新作答；文字答案最多 { $limit } 个字符。
trouble-time-over = 作答包 { $package } 的作答时间已到，答案不能再改。有补时的，由监考人员输入补时凭证；没有补时的，到时交卷。
trouble-handed-in = 作答包 { $package } 已经交卷，内容不再改变。由监考人员把作答数据送到考点机。
trouble-hand-in-early = 考场封闭还没有结束，{ $time } 起可以交卷。作答已经保存；应试人员留在机位，到时再交卷。
trouble-paper-missing = 本机没有{ $session }的试卷：考务数据中没有，或者尚未接收这一场的开考授权，不能导出单机考试作答包。由考点系统管理员先接收开考授权；仍然没有试卷的，联系省级考试机构取得含试卷的考务数据，应试人员怎样继续考试由主考决定。
trouble-medium-unregistered = 所选的文件夹不在登记过的存储介质 { $label } 上，没有写出文件。由考点系统管理员插好介质 { $label }，重新选择其中的文件夹；要用另一个介质的，先在“备份、上传与移交”页的“存储介质”中登记它的标签和保管人。
trouble-arrangement-unfit = 编排有 { $count } 处不符合要求，没有采用。由考点系统管理员把列出的各处报省级考试机构更正后重新下发。
trouble-copy-differs = { $file } 写完后读回核对，与原件或其说明不一致，不能使用。由考点系统管理员换一个介质重新制作。

## 练习与窗口

trouble-printer-failed = 打印机“{ $printer }”没有打印完。这一份已经留存，不会丢失；由考点系统管理员检查电源、纸张和连接，或另选打印机，再重新送印。
trouble-exam-day = 今天（{ $date }）是正式考试日，练习没有开始。考试日过后再练习；当天确需练习的，由考点系统管理员征得主考同意后，加上 { $option } 重新执行。
trouble-no-screen = 检测不到屏幕，窗口没有打开。在有屏幕的机器上登录桌面后重新执行；只想看一遍全过程的，加上 { $option } 执行练习命令。
trouble-probe-failed = 没有读到本机的情况：{ $reason ->
    [no-script] 没有适用于本机操作系统的采集脚本
    [timed-out] 采集脚本超过时限，已停止
   *[failed] 采集脚本没有写出文件（{ $ended }）
    }。检查人员查看本机后在考点机上填写，或者重新执行一次。
