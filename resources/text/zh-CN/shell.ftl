# 窗口：导航、顶栏、流程、登录，各页共用的词。

session-name = 第 { $batch } 批次第 { $number } 场
cancel = 取消
why = 查看依据
go-there = 去“{ $page }”页办理

## 导航

nav-exam-day = 考试日
nav-before = 考前
nav-after = 考后
nav-system = 系统
page-overview = 考场总览
page-room = 考场
page-candidates = 应试人员
page-reports = 考场报告
page-transfers = 调动
page-faults = 故障
page-conduct = 违纪与异常
page-delays = 延时与补时
page-standalone = 单机考试
page-arrangement = 编排
page-authority = 锁与授权
page-closing = 结束考试
page-records = 记录与打印
page-safekeeping = 备份、上传与移交
page-exceptions = 例外
page-readiness = 考前准备
page-hardware = 硬件检查
page-duty = 监考安排
page-journal = 日志
page-clock = 时钟
page-people = 人员
page-rulebook = 规程
page-settings = 设置
nav-shortcut = { $page }（{ $keys }）
desk-nobody = 无人登录
desk-sign-in = 登录
desk-locked = 已锁定，办理前输入 PIN
desk-hand-over = 交接班
desk-lock = 锁定
desk-leave = 退出登录
desk-left = 已退出登录

## 登录、核验

sign-in-title = 由本人登录
sign-again = 本机已锁定，由本人输入 PIN 后继续
sign-take-over = 由接班的人登录接班；现在值守的是{ $person }
sign-hand-over = { $person }当面交班的，由其本人输入 PIN；不在场的点“取消”，日志记为未当面交班
sign-again-or-over = 本机已锁定，由本人输入 PIN 后继续；换人值守的，改填自己的人员代码
sign-code = 人员代码
sign-pin = PIN
sign-confirm = 确认
sign-left = 剩余 { $seconds } 秒
sign-practice = 练习用的人员代码：{ $admin }（考点系统管理员）、{ $office }（考务办公室）、{ $chief }（主考），PIN 都是 { $pin }
sign-same-person = 核验人与办理人必须是两个人。由另一人用自己的人员代码和 PIN 核验。
sign-other-role = { $role }不能核验这一步。由以下角色之一核验：{ $allowed }。
sign-this-person = 这一步要由{ $person }本人签字，在下面输入自己的 PIN
own-pin-first = { $person }用的还是首次 PIN。先设置只有本人知道的 PIN，再继续这一步
own-pin-title = { $person }更换本人 PIN
own-pin-present = 现在的 PIN
own-pin-new = 新 PIN
own-pin-again = 再输一次新 PIN
own-pin-confirm = 设置 PIN
own-pin-rules = 至少 { $signs } 位；不用同一个字符、连续的数字或人员代码。忘记后只能由另外两人拆封找回。
own-pin-differ = 两次输入的新 PIN 不一样。由本人重新输入。
own-pin-done = 本人 PIN 已更换

## 顶栏

top-no-exam = 尚未导入考务数据
top-sessions = 场次
top-clock = 考点时间
top-countdown = 距{ $deadline }
top-countdown-other = { $session } 距{ $deadline }
top-no-session = 尚无场次
top-no-deadline = 本场次各时刻已过
chip-lock = 考务锁
chip-lock-in = 已插入
chip-lock-out = 未检测到
chip-lock-practice = 练习锁
chip-store = 本机数据
chip-store-saved = 已存 { $entries } 条
chip-store-stopped = 暂停办理
chip-backup = 备份
chip-backup-none = 尚未备份
chip-backup-behind = { $entries } 条未备份
chip-backup-level = 已是最新
chip-mirror = 镜像
chip-mirror-none = 未开始
chip-mirror-level = 同步
chip-mirror-behind = 落后 { $entries } 条
chip-mirror-out = 已停止
chip-mirror-waived = 无镜像照常办理
chip-transfers = 调出待调入
chip-transfers-count = { $count } 人 · 最长 { $minutes } 分钟
chip-transfers-near = { $count } 人 · 临近结束
chip-transfers-over = { $count } 人 · 已过结束时间

deadline-kind-authorization-opens = 开考授权
deadline-kind-rooms-ready = 考场就位
deadline-kind-start = 统一开考
deadline-kind-entry-closes = 停止入场
deadline-kind-closure-ends = 封闭结束
deadline-kind-reminder = 剩余时间提醒
deadline-kind-end = 考试结束

## 现在做什么

rail-title = 考试日流程
rail-next = 接下来
rail-done-of = { $done } / { $total }
rail-rooms-of = { $done } / { $total } 个考场
rail-done-at = 实际 { $time }
rail-by = { $time } 前
rail-at = { $time } 起
rail-who = 由{ $roles }办理
rail-clause = 依据
rail-go = 去办理
rail-complete = 本场次事项已全部办完
rail-preparation = 考前准备
rail-all-done = 现在没有待办事项
rail-waits = 等待：{ $step }
rail-line = { $session }：{ $step }

step-kind-import = 导入考务数据
step-kind-week-items = 落实考前一周准备事项
step-kind-hardware = 检查考点机、监考机和考试机
step-kind-simulated-test = 进行模拟测试
step-kind-eve-items = 落实考前一日准备事项
step-kind-close-rooms = 封闭考场
step-kind-duty = 抽签确定监考考场
step-kind-board = 主考签署开考准备总览
step-kind-timestamps = 核对编排考场时间戳
step-kind-scan = 扫码校验考场数据
step-kind-exam-authorization = 接收考试授权
step-kind-sealed-room-test = 封场检测
step-kind-accept = 验收
step-kind-seal = 封存设备
step-kind-unseal = 启封设备
step-kind-locks = 监考锁校时与启用
step-kind-receive = 接收开考授权
step-kind-return-locks = 收回监考锁
step-kind-seal-again = 过夜封存
step-kind-authorize = 验证开考授权
step-kind-release = 放行考场
step-kind-admit = 应试人员入场
step-kind-start = 登记各考场开考
step-kind-attendance = 核对实考、登记缺考
step-kind-transfers = 登记调出、调入
step-kind-settle = 核实处理未调入人员
step-kind-delays = 申请延时开考
step-kind-extra-time = 补足耽误的时间
step-kind-standalone = 办理单机考试
step-kind-report-incident = 报告异常
step-kind-collect = 回收并核对作答数据
step-kind-results = 取回考场结果
step-kind-end = 结束考试
step-kind-check = 核查作答数据
step-kind-backup = 备份
step-kind-scratch = 清点草稿纸
step-kind-records = 打印考场情况记录单
step-kind-sign = 考场情况记录单签字
step-kind-receipt = 取得上传回执
step-kind-room-backup = 备份各考场监考机
step-kind-close-day = 结束当日考试

step-state-done = 已办
step-state-now = 现在办理
step-state-late = 已超时
step-state-ahead = 未到

## 横幅、停机、出错

practice-banner = 练习模式——不是正式考试
practice-clock = 练习时间
practice-minute = 前进 1 分钟
practice-ten = 前进 10 分钟
practice-next = 到下一时刻
lock-out = 考务锁没有应答：{ $reason }。开考、结束、补时、重置照常办理；接收授权、备份、上传、清理等锁重新插入后再办。
mirror-out = 镜像已停止：{ $reason }。{ $entries } 条登记只在本机。登记照常保存；由考点系统管理员把存储介质重新插好，或者换用另一个。
mirror-waived = 没有镜像，照常办理（{ $reason }）。{ $entries } 条登记只在本机，本机损坏时这些内容无法恢复；由考点系统管理员尽快恢复镜像。
mirror-caught-up = 镜像已经跟上。再办一次刚才的一步。
mirror-wait = 等镜像跟上
mirror-reason = 不等镜像的原因
mirror-go-on = 不等镜像，照常办理
banner-reopen = 重新打开本机数据
banner-dismiss = 知道了
banner-code = 代码 { $code }
reopened-stands = 已重新打开：刚才那一步已经记录，不要重办。
reopened-not = 已重新打开：刚才那一步没有记录，可以重办。
stop-title = 本机停止办理
stop-safe = 各考场照常考试，情况先记在纸上。下面仍可导出全部数据文件，供考务办公室和省级考试机构核对。
stop-superseded = 本机在接续之后登记的内容：导出数据文件，带到接续的考点机，执行 { $command } 并给出导出的文件夹，逐条列出后补录。
stop-export = 导出数据文件
stop-exported = 已导出到 { $folder }
stop-chapter = 数据到第 { $entry } 条
crash-title = 程序出错，本机暂停办理
crash-saved = 到第 { $entry } 条的登记都已保存。各考场照常考试。
crash-next = 点“重新打开”从已保存的登记继续；仍然出错的，关闭后重新启动，并把出错文件交技术人员。
crash-file = 出错文件（不含个人信息）：{ $file }
crash-reopen = 重新打开
crash-close = 关闭程序
closing-question = 关闭考点机窗口？各考场不受影响，再次打开后从这里继续。
closing-yes = 关闭
