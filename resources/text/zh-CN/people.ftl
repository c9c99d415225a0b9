# 人员页：值守、上岗资格、回避、责任书、委托、PIN，以及谁能办理什么。

people-parts = 人员页的各部分
people-part-people = 全部人员
people-part-open = 有待办
people-part-checks = 人员核对未通过
people-part-cases = 谁能办理什么
people-on-duty = 值守：{ $person }，{ $role }
people-nobody-on-duty = 现在无人值守
people-duty-delegated = { $duty }；{ $deputy } 受主考委托至 { $time }
people-names-hidden = { $duty }；主考、考务办公室、系统管理员等登录后显示姓名和电话
people-own-pin = 更换本人 PIN
people-find = 查找：代码、姓名、考场、事项
people-by-role = 按角色
people-every-role = 全部角色
people-everyone = 清除条件
people-detail = 所选一行的明细
people-no-list = 人员名单随考务数据导入，现在还没有。
people-nobody-found = 没有符合条件的内容。
people-nothing-open = 没有待办。

people-column-code = 代码
people-column-name = 姓名
people-column-role = 角色
people-column-room = 考场
people-column-state = 情况
people-column-check = 核对项目
people-column-found = 结果
people-column-clause = 依据
people-column-case = 事项
people-column-asks = 办理
people-column-beside = 同时核验、签字
people-column-needs = 另需

people-whole-site = 全考点
people-ready = 可以上岗
people-at-the-desk = 在本机值守
people-acts-as-chief = 受委托行使主考职权

staff-item-avoids = 须回避
staff-item-qualification = 未登记上岗资格
staff-item-agreement = 未交安全保密责任书
staff-item-declaration = 未交回避声明

## 一个人

people-title = { $person }（{ $role }）
people-several = 已选 { $count } 人
people-none = 在列表中选一人，这里显示情况和可以办理的事项。
people-avoids = 本人或亲属以准考证号 { $ticket } 参加本次考试，须回避，不能在本机签字。
people-bars = { $items }：补登记以前，不能在本机签字。
people-room = 考场
people-phone = 电话
people-test-on = 网络测试通过日期
people-drill-on = 实操演练完成日期
people-declaration = 回避声明
people-unrelated = 无亲属应试
people-related = 亲属应试：{ $tickets }
people-agreement = 安全保密责任书
people-not-yet = 尚未登记
people-pin-own = 已由本人设置
people-pin-first = 首次 PIN（纸质密封）
people-delegation = 主考的委托
people-delegated = 委托书 { $paper }，至 { $time }

people-declare-none = 登记无亲属应试
people-declared = 已登记 { $count } 人无亲属应试
people-declare-some = 登记亲属
people-qualify = 登记上岗资格
people-agree = 登记责任书
people-delegate = 登记主考委托
people-end-delegation = 结束委托
people-recover = 找回 PIN
people-entered = 已登记
people-show-these = 列出这些人

## 表单

people-qualify-title = { $person }的上岗资格
people-topics = 实操演练的八项内容，按演练记录逐项勾选
people-declare-title = { $person }的亲属应试情况
people-declare = 登记声明
people-tickets = 亲属的准考证号，没有的留空
people-tickets-hint = 有几人的，中间用空格隔开。按本人交来的声明填写，声明原件由考务办公室留存。
people-agree-title = { $person }的安全保密责任书
people-signed-on = 签订日期
people-delegate-title = 主考委托{ $person }
people-paper = 委托书编号
people-until = 委托到今天几点几分
people-delegate-hint = 由主考本人登录办理，受委托的副主考当场签字。委托只在今天有效，不能转委托。
people-recover-title = 为{ $person }找回 PIN
people-recover-hint = 由另外两人当场办理：拆开两份密封口令，先后不限；新 PIN 由忘记 PIN 的本人输入。
people-recover-practice = 练习用的密封口令：{ $one } 和 { $other }
people-passphrase-one = 第一份密封口令
people-passphrase-other = 第二份密封口令
people-day-wrong = 日期看不懂。按年-月-日填写，如 2026-06-12。
people-time-wrong = 时间看不懂。按时:分填写，如 12:10。
people-time-form = 时:分
day-form = 年-月-日

## 核对

staff-rule-chief = 主考恰好一人
staff-rule-site-admins = 考点系统管理员人数
staff-rule-room-admins = 每个考场的考场系统管理员
staff-rule-invigilators = 每个考场的监考人员
staff-rule-skill = 每个考场有会操作计算机的监考人员
staff-rule-roving = 流动监考人数
staff-rule-qualified = 系统管理员的测试和演练
staff-rule-declared = 回避声明交齐
staff-rule-avoidance = 无人须回避
staff-rule-agreements = 外来人员的安全保密责任书
people-found-rooms = { $count } 个考场不足 { $needed } 人
people-found-each = 各考场都不少于 { $needed } 人
people-found-counted = 现有 { $there } 人，应有 { $needed } 人
people-found-persons = { $count } 人未符合
people-found-nothing = 全部符合
people-check-basis = { $clause }：{ $document } { $article }

## 谁能办理什么

people-everybody = 任何人员，由其本人
people-one-of = { $roles }
people-and-more = { $roles }等 { $count } 种角色之一
people-a-supervisor = 监督人之一
people-a-second = 监督人或另一名考点系统管理员
people-and = ；另加
people-case-console = 本机自动记录，无人签字
people-needs-site-lock = 考务锁在位并当场验证
people-needs-room-lock = 所办的监考锁插在本机并当场验证
people-while-sealed = 设备封存期间也可以办理
people-any-time = 重新启动后、考点时间确认前也可以办理
people-case-note = 列出多个角色的，由其中任何一人办理或核验；办理人与核验人必须是两个人。考场系统管理员和监考人员只办理自己考场的事项。主考书面委托期间，副主考可以代主考办理。

area-before = 考前
area-locks = 锁的保管和启用
area-exam-day = 考试日
area-after = 考后
area-people = 人员
area-console = 本机

party-holder = 现保管人本人
party-receiver = 接收人本人
party-supervisor = 监督人本人
party-deputy = 受委托的副主考本人

case-enrol = 登记考点
case-take-package = 导入考务数据
case-take-package-again = 再次导入考务数据
case-timestamp = 登记编排考场时间戳
case-scan = 扫码校验考场数据
case-scan-typed = 扫码校验：码的内容由人工输入
case-open-receipt = 开始监督下的接收
case-exam-authorization = 接收考试授权
case-sealed-room-test = 登记封场检测
case-accept = 验收考点
case-seal = 封存设备
case-unseal = 启封设备：考试日
case-unseal-other-day = 启封设备：其他日子
case-decide-on-seal = 封条不符或破损后决定
case-take-register = 导入新的锁具登记表
case-replace-lock = 更换考务锁（遗失或损坏后）
case-issue-lock = 登记锁的领用
case-hand-over-lock = 登记锁的移交
case-return-locks = 登记锁的归还
case-lock-lost = 登记锁的遗失
case-open-sitting = 开始监督下的校时和启用
case-calibrate = 登记监考锁校时
case-take-into-use = 启用监考锁
case-end-sitting = 结束监督下的校时和启用
case-give-up-supervision = 放弃监督下的操作
case-receive-starts = 接收开考授权
case-reject-authorization = 拒收有问题的授权
case-check-start = 验证开考授权
case-release = 放行考场
case-check-in = 登记入场
case-starts = 登记各考场开考
case-attendance = 核对实考、登记缺考
case-correct = 更正缺考登记
case-correct-turned-away = 更正缺考登记：已登记迟到未入场的
case-room-report = 登记考场报告
case-open-incident = 登记异常
case-close-incident = 登记异常处理完毕
case-report-fault = 登记故障
case-close-fault = 登记故障恢复
case-room-result = 取回考场结果
case-write-off = 核销作答数据
case-end-rooms = 结束考试
case-check-answers = 核查作答数据
case-keep-record = 打印考场情况记录单
case-printed = 登记打印结果
case-keep-sheet = 打印监督记录、封存记录和锁的保管表
case-sheet-printed = 登记这些表的打印结果
case-back-up = 备份
case-receipt = 登记上传回执
case-qualify = 登记上岗资格
case-declare = 登记回避声明
case-agreement = 登记安全保密责任书
case-delegate = 主考委托副主考
case-end-delegation = 结束主考的委托
case-change-pin = 设置、更换本人 PIN
case-recover-pin = 为忘记 PIN 的人找回
case-take-desk = 登录值守、接班
case-leave-desk = 退出值守
case-confirm-time = 确认考点时间
case-note-clock = 记录系统时钟被改动
case-note-lock-out = 记录考务锁断开
case-note-lock-back = 记录考务锁恢复
case-note-wrong-pin = 记录 PIN 输入不正确
case-note-right-pin = 记录 PIN 恢复正确
