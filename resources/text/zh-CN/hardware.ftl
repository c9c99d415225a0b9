# 硬件检查页：机器、机位、采集、本机键盘鼠标显示器检测。

hardware-parts = 硬件检查的各部分
hardware-part-machines = 机器
hardware-part-seats = 机位与备用机
hardware-part-probe = 采集
hardware-part-tests = 本机检测
hardware-sub = 登记 { $machines } 台，已检查 { $checked } 台

hardware-kinds = 机器类别
hardware-every-kind = 全部 { $count }
hardware-kind-count = { $kind } { $count } 台
hardware-find = 机器名、机位、地址
hardware-every-room = 全部考场
hardware-every-verdict = 全部结论
hardware-enter = 填写检查结果
hardware-machines = 机器
hardware-room = 考场
hardware-seat = 机位
hardware-name = 机器名
hardware-kind = 类别
hardware-verdict = 结论
hardware-first = 首要问题
hardware-address = 网络地址
hardware-port = 交换机端口
hardware-checked = 检查
hardware-checked-by = { $at } { $who }
hardware-not-found = 没有符合条件的机器。可减少条件，或改用机器名、机位、地址的一部分。
hardware-none-yet = 还没有机器。在“采集”中把采集工具写入存储介质，到各台机器上运行后读入；也可以导入考试机清单，或逐台填写。
hardware-spare-machine = 备用
hardware-spare-seat = { $seat }（备用）

hardware-nobody-looked = 在清单中，还没有检查
hardware-clash = { $more ->
    [0] 网络地址与 { $machines } 相同
   *[other] 网络地址与 { $machines } 等相同，另有 { $more } 台
    }
hardware-first-open = { $item }：没有检查
hardware-first-shows = { $item }：{ $value }
hardware-and-more = { $first }，另有 { $more } 项

hardware-not-program-short = 不满足本程序的运行条件
hardware-short-recommended = 达到建议配置
hardware-short-minimum = 达到最低配置
hardware-short-not-checked = 没有检查完
hardware-short-fails = 不符合要求
hardware-short-unread = 符合，未读全
hardware-short-off-list = 符合，低于配置表

hardware-works = 正常
hardware-broken = 有故障
hardware-reaches = 通畅
hardware-no-reach = 不通畅
hardware-installed = 已安装
hardware-not-installed = 没有安装
hardware-there = 已配备
hardware-not-there = 没有配备
hardware-passed = 通过
hardware-not-passed = 没有通过
hardware-virus-free = 无毒
hardware-virus = 有病毒
hardware-off = 已关闭
hardware-allowed = 没有关闭，拦截时已允许
hardware-blocks = 没有关闭，仍在拦截
hardware-card-off = 功能已关闭
hardware-card-none = 没有还原卡
hardware-card-on = 功能没有关闭
hardware-fixed = 固定
hardware-not-fixed = 不固定
hardware-kept = 不变
hardware-not-kept = 有变化
hardware-full-duplex = 全双工
hardware-half-duplex = 半双工
hardware-system-other = 其他操作系统
hardware-system-server = { $name } 2003 及以上

hardware-nothing-asked = 没有规定
hardware-advised = 建议：{ $value }
hardware-raised = 至少 { $value }，须达到建议配置
hardware-at-least = 至少 { $value }
hardware-asked = 要求：{ $value }
hardware-at-least-better = 至少 { $value }，建议 { $better }
hardware-asked-better = 要求：{ $value }；建议：{ $better }
hardware-or = 、

hardware-items = 检查项目
hardware-none-chosen = 没有选中机器
hardware-check = 填写这台的结果
hardware-check-one = 填写检查结果：{ $machine }
hardware-remove = 移出登记
hardware-remove-ask = 把机器 { $machine } 移出登记？它不在本考点使用，或者登记时名称有误。日志中的检查记录保留。
hardware-remove-yes = 移出登记
hardware-removed = 机器 { $machine } 已移出登记
hardware-nobody-looked-yet = 考试机清单中有这台机器，还没有人检查，也没有读入采集结果。
hardware-clash-what = 同一考场内 { $machines } 的网络地址与这台相同。由技术人员改正地址后重新采集。
hardware-raised-why = 本考场考试机超过 { $most } 台，监考机须达到建议配置。
hardware-not-this-program = 符合通知的配置要求，但不满足本程序的运行条件：{ $needs }。
hardware-nor-this-program = 不满足本程序的运行条件：{ $needs }。
hardware-what-to-do = 由技术人员在考前更换考点机，或者补足所缺的内存、硬盘空间，更换操作系统或显示设置，再重新采集。
hardware-need-separator = {"；"}
hardware-need-system = 操作系统为 64 位（{ $value }）
hardware-need-memory = 内存至少 { $value }
hardware-need-disk = 硬盘空闲至少 { $value }
hardware-need-display = 显示分辨率至少 { $value }
hardware-at-seat = 机位 { $seat }
hardware-between = {" · "}
hardware-unknown = 未知
hardware-value-and-asked = { $value }　·　{ $asked }
hardware-value-read = { $value }（程序读取为 { $read }）
hardware-how = { $how } { $who } { $at }　{ $source }

hardware-check-note = 只填亲自看到的；不填的项目保持原样。
hardware-no-room = 不在考场
hardware-which = 机器范围
hardware-all-but = 本考场全部，除了
hardware-these = 只有这些
hardware-names = 机器名或机位
hardware-but-hint = 没有例外就空着
hardware-these-hint = 可填新的机器名，用逗号隔开
hardware-is-about = 共 { $count } 台
hardware-all-fine = 环境检测通过，键盘、鼠标、显示器正常
hardware-looked-at = 检查时间
hardware-looked-by = 检查人
hardware-enter-confirm = 登记结果
hardware-entered = 已登记 { $count } 台机器的检查结果
hardware-not-said = 不填
hardware-hint = 例如 { $value }
hardware-value-wrong = { $item }不能写成“{ $text }”。照提示的写法填写，可带单位。
hardware-nothing-said = 至少填写一个项目。
hardware-room-first = 考试机都在考场里，先选择考场。
hardware-strange = 没有这样的机器或机位：{ $names }。机器名由字母、数字和“. _ -”组成，最多 40 个字符。
hardware-no-machine = 没有选中机器。填写机器名；也可以先导入考试机清单，或读入采集结果。

hardware-seats = 机位
hardware-seat-is = 用途
hardware-spare-only = 只看备用机位
hardware-to-list = 到“故障”页导入考试机清单
hardware-no-rooms = 还没有考场。先导入编排数据。
hardware-seats-sum = 第 { $room } 考场考试机 { $machines } 台，已检查 { $checked } 台；清单中 { $listed } 个机位有机器，备用机位 { $spare } 个。
hardware-spare = 备用
hardware-spare-serves = 备用，已启用
hardware-plain-seat = 编排机位

hardware-step-kit = 1　写采集工具
hardware-step-kit-note = 选择存储介质或共享文件夹。每个考场一个文件夹，里面有考试机和监考机各自的运行文件，还有可在考试机上打开的键盘、鼠标、显示器检测页。
hardware-round = 本次编号 { $nonce }，自 { $at } 起有效；只读入这一编号的文件。
hardware-no-round = 还没有编号。第一次写采集工具时产生。
hardware-kit-write = 写采集工具
hardware-round-begin = 重新开始采集
hardware-round-ask = 重新开始后产生新的编号，按原编号采集而还没有读入的文件不再采用，采集工具要重新写。已经读入的结果保留。
hardware-round-yes = 重新开始
hardware-kit-writing = 正在写采集工具
hardware-kit-written = 采集工具已写入 { $folder }，共 { $rooms } 个考场。
hardware-step-run = 2　在各台机器上运行
hardware-step-run-note = 在考场文件夹里运行与机器类别同名的文件，不出现任何提示，几秒钟后在原处生成以机器名命名的文件。考试机重新启动后再运行一次，可查出网络地址是否不变。
hardware-step-take = 3　读入采集结果
hardware-step-take-note = 选择收回的文件夹，里面各级文件夹中的结果一并读取，核对后再登记。
hardware-take-folder = 选择结果文件夹
hardware-brought-by = 带回人
hardware-reading = 正在读取采集结果
hardware-step-here = 本机
hardware-step-here-note = 直接采集本机，作为考点机登记。读不到的项目由检查人员填写。
hardware-here = 采集本机
hardware-measuring = 正在采集本机，最多半分钟
hardware-bad-files = 不能采用的文件
hardware-file = 文件
hardware-machine = 机器
hardware-flaw = 原因
hardware-unreadable = { $why ->
    [file-missing] 文件不能读取：已拔出、没有权限，或者不是普通文件
    [file-too-large] 文件太大，不是采集结果
    [file-damaged] 文件损坏或者改动过
    [kind-wrong] 不是本程序的采集结果，或者版本不同
   *[content-unfit] 内容不符合采集结果的格式
    }
hardware-found-none = { $faults ->
    [0] 文件夹里没有采集结果。
   *[other] { $faults } 个文件都不能采用，原因见下表。
    }
hardware-found = 读到{ $kinds }，没有问题。
hardware-found-faults = 读到{ $kinds }；另有 { $faults } 个文件不能采用，原因见下表。
hardware-found-newest = 最后一次采集在 { $at }（按那台机器的时钟）。
hardware-take-all = 登记这 { $count } 台
hardware-take-others = 登记其余 { $count } 台
hardware-left-out = { $faults } 个文件没有采用，原因见下表。改正后重新采集，再读入即可。

hardware-tests-note = 这里检测的是本机。考试机用采集工具里的检测页，由检查人员当面查看后在“机器”中填写。
hardware-tests-result = 检测结果
hardware-tests-machine = 登记为考点机 { $machine } 的结果，由检查人员判断。
hardware-tests-no-name = 本机没有可用的名称。先采集本机，或在“机器”中登记考点机。
hardware-tests-confirm = 登记检测结果

peripheral-keyboard = 键盘
peripheral-keyboard-how = 开始后逐个按键，按过的变色。被系统占用的键不会变色，由检查人员另行查看。连按两次左上角的退出键，或点击别处结束。
peripheral-keyboard-begin = 开始检测键盘
peripheral-keys = 已按 { $seen } 个，共 { $every } 个
peripheral-mouse = 鼠标
peripheral-mouse-how = 在框内单击左键、中键、右键，双击，上下滚动。
peripheral-left = 左键
peripheral-middle = 中键
peripheral-right = 右键
peripheral-double = 双击
peripheral-wheel-up = 向上滚动
peripheral-wheel-down = 向下滚动
peripheral-screen = 显示器
peripheral-screen-note = 依次满屏显示白、黑、红、绿、蓝和网格，查看有无坏点、偏色和缺边。
peripheral-screen-begin = 开始检测显示器
peripheral-screen-how = 查看有无坏点、偏色和缺边。按任意键或单击看下一屏，按退出键结束。
peripheral-grid = 网格应横平竖直、四边完整；黑框为 1024*768。当前分辨率 { $size }。
peripheral-screen-seen = 已看完，分辨率 { $size }
