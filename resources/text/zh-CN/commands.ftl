# 命令行：考点机程序和考试机构程序。

help-examsite = 考点机程序：考试练习和演练、考点登记、数据校验
help-rehearse = 演练一次考试的全部场次，写入一个空文件夹
help-practice = 打开窗口，练习一个小考点的考试日；没有屏幕的，不开窗口演练一遍，并说明记录在哪里
help-practice-out = 存放练习数据的空文件夹；不指定的，存入本人的练习文件夹
help-practice-headless = 不开窗口，演练一遍
help-on-exam-day = 今天是正式考试日，仍然练习
help-open = 重新打开一个练习文件夹的窗口，接着上次练习
help-open-data-dir = 练习数据所在的文件夹
help-station = 打开单机作答终端的窗口，在考试机上进行单机考试
help-station-data = 存放作答数据的文件夹；不指定的，存入本人的数据文件夹
help-station-second = 第二存放处，应在另一个存储设备上；不指定的，放在第一存放处旁边
help-station-practice = 练习：与正式考试互不相认
help-enroll = 办理考点登记（目前只限练习），生成考点注册申请
help-verify = 校验本机数据或一份备份是否完整
help-check-paper = 核对扫描的纸质文书：现行、已被更正的，还是另一份记录
help-check-paper-store = 本机数据所在的文件夹
help-verify-lock = 练习锁所在的文件夹
help-verify-identity = 省级考试机构的解密身份文件；没有的，只校验备份的外层

practice-without-window = 不开窗口，直接演练一遍考试日的全过程。
practice-laying = 正在准备练习数据，存入 { $folder }。
enrolled =
    考点注册申请已写入 { $request }，由考点系统管理员交省级考试机构。
    部考试中心公钥指纹：{ $ministry }
    考务锁公钥指纹：{ $lock }
    两个指纹当面或电话口头核对，一致后再使用。
verified = 完整：日志 { $entries } 条，摘要 { $head }，核对文件 { $blobs } 份
verified-outside = 外层完整，内容没有打开（须用省级考试机构的解密身份）：说明中的日志 { $entries } 条，摘要 { $head }
verified-room = 完整：考场备份（考场、日期 { $room }），核对文件 { $files } 份
verified-room-outside = 外层完整，内容没有打开（须用省级考试机构的解密身份）：考场备份（考场、日期 { $room }），说明中的文件 { $files } 份
verified-signer = 签名的考务锁公钥指纹：{ $lock }。与办理考点登记时核对过的指纹比对；不一致的，不是本考点的备份。

step-authorize = 第 { $batch } 批次第 { $number } 场：接收并验证开考授权
step-release = 第 { $batch } 批次第 { $number } 场：放行考场
step-admit = 第 { $batch } 批次第 { $number } 场：应试人员入场
step-start = 第 { $batch } 批次第 { $number } 场：开考
step-refuse-late = 第 { $batch } 批次第 { $number } 场：停止入场
step-attendance = 第 { $batch } 批次第 { $number } 场：登记缺考
step-collect = 第 { $batch } 批次第 { $number } 场：回收并核对作答数据
step-results = 第 { $batch } 批次第 { $number } 场：取回考场结果
step-end = 第 { $batch } 批次第 { $number } 场：结束考试
step-records = 第 { $batch } 批次第 { $number } 场：打印考场情况记录单
step-backup = 第 { $batch } 批次第 { $number } 场：备份、上传

help-authority = 考试机构程序：密钥、考务数据、授权、回执
help-agency-folder = 考试机构存放密钥的文件夹
help-init = 生成考试机构的密钥
help-sample = 生成一套示例编排表
help-issue = 核对编排表，生成考务数据
help-notice = 规程数值已对照的当次考务通知文号
help-authorize = 生成考试授权和开考授权；指定场次的，只生成该场次的开考授权
help-receive = 接收一个或多个考点的备份：逐份核对，生成上传回执，可展开成普通文件
ask-passphrase = 口令
agency-made = 考试机构已建立。考点登记用的信任文件：{ $trust }；部考试中心公钥指纹：{ $ministry }
sample-written = 示例编排表已写入 { $folder }
issued = 考务数据已生成：{ $path }
not-issued = 编排表有 { $count } 处不符合要求，没有生成考务数据。按上面列出的各处更正后重新生成。

# 行号 0 指整个文件；没有的内容显示为横线。
fault-line = { $source } 第 { $row } 行，列 { $column }：{ $kind }。所填：{ $value }
note-line = 提示：{ $source } 第 { $row } 行，列 { $column }：{ $kind }。所填：{ $value }

fault-file-missing = 缺少这张表
fault-file-doubled = 同一张表既有 CSV 又有 XLSX
fault-unreadable = 无法读取
fault-encoding-unclear = 分不清是 UTF-8 还是 GBK 编码，应另存为 UTF-8 后重新生成
fault-several-sheets = 有不止一个工作表
fault-unknown-column = 不认识的列
fault-missing-column = 缺少列
fault-doubled-column = 列重复
fault-ragged-row = 单元格数与表头不一致
fault-not-text = 应为文本的单元格是数值、日期或错误值
fault-unprintable = 有不可见字符或乱码
fault-blank = 空白
fault-not-a-number = 不是数字
fault-not-a-flag = 不是“是否”值
fault-unknown-role = 不认识的角色
fault-differing-person = 同一准考证号的姓名、证件号或照片不一致
fault-photo-unknown = 照片与名单对不上
fault-session-times = 场次时间不完整或跨过午夜
fault-sessions-overlap = 同一考场的场次时间重叠
fault-id-malformed = 编号含有不允许的字符
fault-doubled-id = 编号重复
fault-unknown-session = 没有这个场次
fault-unknown-room = 没有这个考场
fault-ticket-malformed = 准考证号应为 8 至 20 位数字
fault-doubled-ticket = 准考证号重复
fault-doubled-candidate-in-session = 同一应试人员在同一时间编排了两次
fault-seat-taken = 机位已编排给他人
fault-seat-not-sequence = 机位号与准考证号后三位不一致
fault-seat-outside-room = 机位号超出考场机位数
fault-sequence-doubled-in-room = 同一考场内序号重复
fault-room-overfull = 考场编排人数超过上限
fault-over-national-ratio = 考场超排比例超过全国上限
fault-full-width = 全角字符已改为半角
fault-seats-given-in-overbooked-site = 超排考点不绑定机位，所给机位不采用
fault-id-checksum = 证件号校验位不符
fault-two-batches = 同一应试人员编排在两个批次

# 最先显示的窗口。

product-name = 考点机
opening-now = 正在打开本机数据……
opening-close = 关闭
opening-practice = 正在准备练习考点：考务数据、锁和授权都按真实步骤生成，需要几秒钟。
opening-failed = 程序出错，没有打开；已保存的登记不受影响。重新启动后再试；仍然出错的，把出错文件（不含个人信息）交技术人员：{ $file }
opening-pin = 考务锁的口令
opening-enter = 打开
step-morning = 第 { $batch } 批次第 { $number } 场：启封，监考锁校时与启用
step-evening = 第 { $batch } 批次第 { $number } 场：收回监考锁，封存
help-enroll-serial = 用已制好的考务锁办理：锁的编号；不填的，制作一把练习用的软件锁
help-lock = 锁：查看、制作、补发
help-lock-module = 锁的驱动模块文件，可以给出多个；不指定的，用设置中的模块
help-lock-data-dir = 本机数据所在的文件夹
help-lock-list = 列出现在插着的锁
help-lock-provision = 在空白锁上生成密钥，写出注册用的锁文件；口令在提示后输入
help-lock-kind = 锁的种类：考务锁或监考锁
help-lock-out = 存放锁文件的文件夹
help-lock-hardware = 插着多把空白锁时，指定硬件编号
help-lock-folder = 制作练习用的软件锁，存入这个文件夹
help-lock-fresh = 锁已在使用，清空后重新制作；锁中原有的数据无法恢复
help-lock-replace = 考务锁遗失后补发：先生成补发申请，收到省级考试机构的文件后再换锁
help-lock-replace-out = 存放补发申请的文件夹
help-lock-replace-grant = 省级考试机构发来的换锁文件
help-lock-replace-person = 办理换锁的两个人的编号：考点系统管理员和监督人
ask-lock-pin = 锁的口令
ask-pin-of = { $person } 的口令
lock-line = { $serial }　{ $kind ->
    [site] 考务锁
    [invigilation] 监考锁
   *[none] 空白
 }　{ $made ->
    [software] 软件锁
   *[token] 硬件锁
 }　硬件编号 { $hardware }　公钥指纹 { $fingerprint }
lock-none = 没有检测到锁。
lock-made = 锁文件已写入 { $path }，交省级考试机构注册。公钥指纹 { $fingerprint }，当面或电话口头核对。
replacement-asked = 补发申请已写入 { $path }，交省级考试机构。新锁公钥指纹 { $fingerprint }，当面或电话口头核对。
replacement-done = 已换锁，日志共 { $entry } 条，没有缺少。旧锁停用；用新锁打开本机数据。
step-log-in = 第 { $batch } 批次第 { $number } 场：登记登录
step-reset = 第 { $batch } 批次第 { $number } 场：重置
step-settle = 第 { $batch } 批次第 { $number } 场：核实未调入的应试人员
help-overbook = 超排百分比；大于 0 时为超排考点，另有一个备用考场
help-with = 演练中发生的事：停电，三个考场延误 31 分钟；同一考场三台考试机故障；三起违纪和一起异常，打印、签字并移交当日全部文书。可重复指定
power-cut-plain = 停电演练须有 { $rooms } 个以上考场，且不与超排同时演练
step-goes-out = 第 { $batch } 批次第 { $number } 场：三个考场停电
step-is-back = 第 { $batch } 批次第 { $number } 场：来电，申请授权码并补时
step-asks-the-city = 第 { $batch } 批次第 { $number } 场：考场未能按时就绪，报市级考试机构同意延时
broken-machines-plain = 考试机故障演练不与超排、停电同时进行
step-break-down = 第 { $batch } 批次第 { $number } 场：三台考试机故障，重置
step-go-on = 第 { $batch } 批次第 { $number } 场：主考同意，导出单机考试作答包
step-dies = 第 { $batch } 批次第 { $number } 场：一台单机考试的考试机损坏，核销作答数据
step-come-back = 第 { $batch } 批次第 { $number } 场：回收单机作答数据

paper-page = { $file } 第 { $page } 页
paper-unread = { $where }：没有读到本系统的二维码。
paper-checked = { $where }：{ $form } 第 { $copy } 份，{ $verdict }
paper-newest = 　　最新的是第 { $copy } 份。

conduct-plain = 这样的演练至少需要 { $candidates } 名应试人员。
step-lay-out = 第 { $batch } 批次第 { $number } 场：发放考场违纪情况记录单，登记联系方式
step-misbehave = 第 { $batch } 批次第 { $number } 场：三起违纪
step-fall-ill = 第 { $batch } 批次第 { $number } 场：一名应试人员突发疾病
help-probe = 采集本机的配置和网络情况，写成一个文件，供考点机检查硬件时读入
help-probe-kind = 本机的用途：考点机、监考机或考试机
help-probe-out = 写入的文件
help-probe-room = 所在考场
help-probe-nonce = 考点机给出的本次编号；没有的不填

help-resume = 备用机接续：凭镜像和考务锁，在另一台机器上接着办理，原来的考点机不再作为考点的记录
help-resume-mirror = 插在本机的镜像介质，或者其中的镜像文件夹
help-resume-data-dir = 接续后存放数据的新文件夹
help-resume-person = 办理接续的两个人的编号：考点系统管理员和监督人
help-later = 列出原来的考点机在接续之后登记的内容，供逐条补录
help-later-old = 原来的考点机的数据文件夹
spare-here = 自 { $at } 起，本机接替为本考点的考点机，机器代号 { $machine }。原来的考点机停止办理。
spare-last = 镜像接到第 { $entry } 条（{ $at }）：{ $fact }
spare-lost = { $lost ->
    [0] 考务锁没有记到更多的内容；镜像之后是否还有登记，对照纸质记录核对。
   *[other] 考务锁还记得其后 { $lost } 条，镜像中没有，照纸质记录补录。
 }
spare-next = 接着办理：用 { $command } 打开本机数据，两人确认考点时间；在“备份、上传与移交”页为本机开始镜像；把镜像之后的纸质记录逐条补录，再按考场确认。
later-line = 第 { $entry } 条　{ $at }　{ $fact }　{ $signers }
later-count = { $count ->
    [0] 原来的考点机在接续之后没有登记。
   *[other] 共 { $count } 条。与纸质记录核对后，在接续的考点机上补录。
 }
