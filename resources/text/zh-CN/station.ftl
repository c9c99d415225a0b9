# 单机作答终端的窗口。

station-name = 单机作答终端
station-opening = 正在打开本机的作答包……
station-step = 第 { $number } 步，共 { $count } 步：{ $name }
station-step-register = 登记本机
station-step-take = 读入作答包
station-step-unlock = 解锁
station-step-answer = 作答
station-step-hand-in = 交卷
station-menu = 菜单
station-larger = 放大字号
station-smaller = 缩小字号
station-full-screen = 切换全屏显示
station-close = 关闭窗口
station-broken = 窗口出错，已保存的作答都在。关闭窗口后重新打开，再次解锁，接着作答；由考场系统管理员把文件 { $file } 交技术支持人员。

station-register = 登记本机
station-register-who = 由考场系统管理员操作。
station-register-what = 写出本机的登记文件，交考点系统管理员在考点机上读入。读入时双方念出下面的指纹，逐组核对；一致的，考点机才能导出作答包。
station-machine = 本机名称
station-fingerprint = 本机密钥指纹
station-first = 第一存放处
station-second = 第二存放处
station-same-device = 作答数据的两个存放处在同一个存储设备上，设备损坏时两处都会丢失。有条件的，接上另一块硬盘或 USB 存储设备，关闭窗口，用选项 { $option } 指定第二存放处后重新打开。
station-place-bad =
    { $place ->
        [first] 第一存放处
       *[second] 第二存放处
    }（{ $folder }）存不进去，现在只有一处可存。由考场系统管理员检查存储设备；设备损坏后作答会丢失，有条件的先换好设备再登记。
station-register-write = 写出登记文件
station-register-on = 读入作答包
station-register-written = 登记文件已写出：{ $file }
station-register-next = 取下存储设备，交考点系统管理员。作答包导出后，在本机读入。

station-take = 读入作答包
station-take-who = 由考场系统管理员操作。
station-take-what = 接上存有作答包的存储设备，选择这名应试人员本场的作答包。
station-take-choose = 选择作答包
station-take-back = 返回登记本机
station-take-kinds = 单机考试作答包 ({ $pattern })
station-held = 本机已有的作答包
station-held-one = 准考证号 { $ticket }，{ $session }，第 { $number } 份：{ $state }
station-held-lock = 考务锁公钥指纹 { $lock }
station-two-locks = 本机的作答包由 { $count } 把不同的考务锁签出，只有一把是本考点的。指纹与随作答包的单机考试同意单逐组核对；不一致的，不要解锁，报告主考。
station-state-taken = 已读入，没有解锁
station-state-open = 正在作答，没有交卷
station-state-handed-in = 已交卷
station-held-go = 继续办理 { $ticket }
station-held-copy = 再次写出 { $ticket } 的作答数据
station-held-slip = 再次打印 { $ticket } 的交卷凭条
station-copied = 作答数据已写出：{ $file }

station-check = 核对作答包
station-check-who = 由监考人员核对，考场系统管理员操作。
station-ticket = 准考证号
station-session = 场次和科目
station-seat = 机位
station-seat-value = 第 { $room } 考场，机位 { $seat }
station-number = 作答包份数
station-number-value = 第 { $number } 份
station-issued = 导出时间
station-lock = 考务锁公钥指纹
station-check-lock = 指纹与随作答包的单机考试同意单逐组核对；不一致的，不要解锁，报告主考。
station-check-clock = 本机现在的时间，与考点机的时间核对
station-check-clock-wrong = 剩余作答时间从导出时间起计算。时间不一致的，先把本机时钟调准，再去解锁。
station-check-right = 核对一致，去解锁
station-check-other = 换一份作答包

station-unlock = 解锁作答包
station-unlock-who = 由监考人员输入解锁码，核对应试人员的准考证和证件。
station-unlock-package = 作答包 { $package }　{ $subject }
station-unlock-what = 解锁码由考点机给出。解锁码、准考证号、证件号码三项都相符，作答包才能打开；打开后应试人员即可作答。
station-unlock-again = 这份作答包正在作答，已保存的作答都在。再次输入同样的三项，从保存的地方接着作答。
station-unlock-handed-in = 这份作答包已交卷，作答不再改变。再次输入同样的三项，可以再次打印交卷凭条。
station-unlock-code = 解锁码
station-id-number = 证件号码
station-unlock-open = 解锁作答包

station-who = { $name }　准考证号 { $ticket }
station-where = { $title }：已答 { $answered } 题，共 { $count } 题
station-resumed = 接着上次作答，已保存的作答都在。
station-nothing-yet = 尚未保存
station-saved = 已保存 { $at }
station-not-yet = 正在录入
station-not-saved = 没有保存
station-left = 剩余作答时间
station-questions = 题目
station-answered = 已答
station-open = 未答
station-marked = 已标记
station-question = 第 { $number } 题（{ $kind }，{ $points } 分）
station-kind-single = 单选题
station-kind-multiple = 多选题
station-kind-true-false = 判断题
station-kind-text = 文字题
station-how-single = 选一项，用鼠标或按字母键、数字键；再选同一项即取消。
station-how-multiple = 可选多项，用鼠标或按字母键、数字键；再选同一项即取消。
station-how-true-false = 判断正误，用鼠标或按数字键；再选同一项即取消。
station-how-text = 在下面录入，停顿时自动保存。
station-true = 正确
station-false = 错误
station-writing = 文字作答
station-previous = 上一题
station-next = 下一题
station-mark = 标记
station-unmark = 取消标记
station-over = 作答时间已到，作答已保存，不能再作答。有补时凭证的，由监考人员按 { $voucher } 输入；没有的，按 { $hand } 交卷。
station-last = 剩余作答时间不到 { $minutes } 分钟。
station-place-failing =
    { $place ->
        [first] 第一存放处
       *[second] 第二存放处
    }（{ $folder }）存不进去，作答只存在另一处。可以继续作答，不要关机；由考场系统管理员检查存储设备，恢复后自动补存。

station-sum = 计算器
station-sum-clear = 清除
station-sum-back = 退格
station-sum-last = 取上次结果
station-sum-before = 上次结果 { $result }
station-sum-none = 不能计算

station-interim = 写出中间副本
station-interim-written = 中间副本已写出：{ $file }。由考场系统管理员交考点系统管理员。
station-interim-due = { $at } 以来没有写出中间副本。由监考人员接上存储设备，按 { $key } 写出，作答不受影响。

station-voucher = 输入补时凭证
station-voucher-what = 补时凭证由考点机给出，由监考人员输入。凭证是作答包导出以后补时的合计，重复输入不会多加。
station-voucher-code = 补时凭证
station-voucher-enter = 确认补时凭证
station-voucher-given = 补时合计 { $minutes } 分钟，已计入剩余作答时间。
station-go-on = 继续作答

station-hand-in = 交卷
station-hand-in-count = 共 { $count } 题，已答 { $answered } 题。
station-hand-in-blank =
    没有作答的有 { $count } 题：第 { $questions } 题{ $more ->
        [0] 。
       *[other] ，还有 { $more } 题。
    }
station-hand-in-marked =
    已标记的有 { $count } 题：第 { $questions } 题{ $more ->
        [0] 。
       *[other] ，还有 { $more } 题。
    }
station-hand-in-to = 去第 { $number } 题
station-hand-in-early = { $at } 以前不能交卷，可以继续作答、检查。
station-hand-in-asked = 交卷后不能再作答，也不能修改。
station-hand-in-sure = 再确认一次：现在交卷，作答不再改变。
station-hand-in-yes = 提交全部作答
station-hand-in-really = 确认交卷

station-leave = 关闭窗口
station-leave-kept = 作答都已保存，关闭窗口不会丢失，也不算交卷。关闭期间作答时间继续计算。
station-leave-again = 再次打开后，由监考人员输入解锁码，核对准考证号、证件号码，从保存的地方接着作答。
station-leave-close = 仍然关闭窗口

station-handed = 交卷成功
station-handed-who = 作答到此结束。以下由监考人员操作，应试人员在场。
station-handed-done = { $name }，准考证号 { $ticket }，{ $at } 交卷：共 { $count } 题，已答 { $answered } 题。
station-handed-digest = 作答数据摘要
station-handed-write = 写出作答数据和交卷凭条
station-handed-print = 打印交卷凭条
station-handed-now = 现在做什么
station-handed-sign = 把作答数据和交卷凭条写到存储设备，打印交卷凭条。
station-handed-check = 应试人员和监考人员核对凭条上的摘要与屏幕一致，分别签字。
station-handed-carry = 由考场系统管理员把存储设备和签字的凭条送考点机。考点机读入以前，本机不作他用。
station-handed-written = 已写出：{ $files }
station-handed-other = 读入另一份作答包
station-printing = 正在打印交卷凭条……
station-printed = 已送打印机 { $printer }，由监考人员查看是否打出。
station-no-printer = 本机没有打印机。由监考人员把交卷凭条写到存储设备，在考点机旁打印。
