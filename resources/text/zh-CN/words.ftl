# 枚举值和连接符：句子里代替代码的词。

list-separator = 、
blank = —

mode-practice = 练习
mode-real = 正式

role-chief = 主考
role-deputy = 副主考
role-site-admin = 考点系统管理员
role-room-admin = 考场系统管理员
role-invigilator = 监考人员
role-roving = 流动监考
role-exam-office = 考务办公室
role-resident = 派驻人员
role-patrol = 巡考
role-technician = 技术人员

presence-awaited = 待入场
presence-present = 已入场
presence-absent = 缺考
presence-pending = 已调出、待调入

answers-open = 作答数据待回收
answers-collected = 作答数据已回收
answers-never-logged-in = 未登录
answers-written-off = 作答数据已核销

source-issued = 下发的考务数据
source-platform = 注册平台
source-calibration = 校时网站

tier-on-time = 按时开考
tier-on-the-spot = 监考人员直接操作
tier-responsible = 考务管理责任人同意
tier-head = 评价机构负责人同意
tier-city = 市级考试机构同意
tier-province = 省级考试机构授权码
tier-ministry = 部考试中心

candidate-state-awaited = 待入场
candidate-state-turned-away = 迟到未入场
candidate-state-present = 已入场
candidate-state-pending = 已调出、待调入
candidate-state-absent = 缺考
candidate-state-collected = 作答数据已回收
candidate-state-never-logged-in = 未登录
candidate-state-written-off = 作答数据已核销
candidate-state-held = 门口等候
candidate-state-turned-back = 身份未核实，未入场
candidate-state-suspected = 疑似替考
candidate-state-reset-waits = 重置待登录
candidate-state-gave-up = 放弃考试
candidate-state-left = 已离场

candidate-column-ticket = 准考证号
candidate-column-sequence = 序号
candidate-column-name = 姓名
candidate-column-id-number = 证件号码
candidate-column-room = 考场
candidate-column-seat = 机位
candidate-column-state = 状态
candidate-column-entered-at = 入场时间
candidate-column-drawn = 抽取机位

room-state-nobody = 本场无应试人员
room-state-waiting = 待放行
room-state-released = 已放行
room-state-admitting = 入场中
room-state-running = 考试中
room-state-collecting = 收卷中
room-state-ended = 已结束
room-state-called-off = 延期或取消

board-group-all = 全部
board-group-under-way = 进行中
board-group-not-started = 未开考
board-group-with-open-items = 有待办

check-state-ok = 已办妥
check-state-open = 待办
check-state-warning = 提醒
check-state-unknown = 未报告
check-state-off = 不要求

check-name-standalone = 回收单机考试作答数据
check-name-by-hand = 手动回收作答数据
check-name-attendance = 核对缺考登记
check-name-violations = 核对违纪记录
check-name-violations-signed = 办妥违纪记录的单号和签字
check-name-submitted = 确认全部交卷成功
check-name-answers = 回收并校验作答数据
check-name-result-differs = 核对考场结果的差异
check-name-pending-transfer = 核实调出未调入人员
check-name-disputed = 确定两个考场同报的人员
check-name-ledger = 核对人数
check-name-ratified = 主考签名确认电话同意
check-name-faults = 恢复故障
check-name-paper-entered = 补录停机期间的纸质记录
check-name-ended-early = 核对之后再结束
check-name-result = 取回考场结果
check-name-record-printed = 打印考场情况记录单
check-name-record-signed = 考场情况记录单签字
check-name-scratch-paper = 清点收回草稿纸
check-name-ended = 各考场结束考试
check-name-incidents = 重大异常逐级报告
check-name-transfer-sheet = 应试人员跨考场调动单签字
check-name-checked = 核查作答数据
check-name-backup = 备份到存储介质
check-name-room-backup = 收取考场备份

room-blockers = 第 { $room } 考场（{ $blockers }）
open-debt = { $session }{ $room ->
    [none] {""}
   *[other] 第 { $room } 考场
}（{ $checks }）

incident-kind-i-07 = 严重影响考试秩序
incident-kind-i-41 = 锁或密钥遗失、授权误用、封条破损
incident-kind-i-42 = 作答数据无法恢复
incident-kind-i-23 = 停电或设备故障
incident-kind-i-24 = 病毒或网络故障
incident-kind-i-26 = 其他一般突发事件
incident-kind-r-01 = 早于统一开考时间的开考报告
incident-kind-r-02 = 疑似替考
incident-kind-r-03 = 考试时间过后才核实的调出
incident-kind-r-04 = 考场无法使用或各考场均已满
incident-kind-r-05 = 未超排的考点机位不足
incident-kind-r-06 = 延时过久，报部考试中心
incident-kind-r-07 = 作答数据损坏，不能通过校验
incident-kind-r-08 = 未经核对即结束考试

fault-kind-machine = 考试机故障
fault-kind-peripheral = 外接设备故障
fault-kind-network = 网络故障
fault-kind-power = 供电故障
fault-kind-software = 软件故障
fault-kind-cloud = 云机房故障

correction-reason-misheard = 口头报告听错
correction-reason-wrong-ticket = 准考证号登记错误
correction-reason-found-in-room = 复核时在考场内
correction-reason-never-came = 复核时没有到场

reprint-reason-lost = 原件遗失
reprint-reason-damaged = 原件破损
reprint-reason-misprinted = 打印不完整
reprint-reason-changed = 记录内容有变动

entry-group-arrangement = 考点登记、编排
entry-group-authorization = 授权、监督操作
entry-group-locks = 锁具
entry-group-sealing = 封场检测、验收、封存
entry-group-readiness = 考前准备、硬件检查
entry-group-people = 人员、培训
entry-group-duty = 监考安排
entry-group-start = 放行、开考、考试信号
entry-group-attendance = 入场、缺考、离开
entry-group-identity = 身份核验、疑似替考
entry-group-seat = 机位、登录、重置
entry-group-transfer = 调动、备用考场
entry-group-violation = 违纪、证据
entry-group-incident = 异常、故障
entry-group-standalone = 单机考试
entry-group-result = 考场报告、考场结果、结束考试
entry-group-record = 记录、签字
entry-group-safekeeping = 备份、上传、介质、镜像、移交、清除
entry-group-desk = 值守、时间

registered-as-site = 考务锁
registered-as-invigilation = 监考锁
registered-as-vpn-key = VPN 密钥

supervised-kind-receipt = 接收授权
supervised-kind-locks = 监考锁校时与启用

outcome-done = 已办完
outcome-lapsed = 超过时限，没有办完
outcome-given-up = 已放弃

lock-reason-removed = 锁已拔出
lock-reason-exchanged = 插的是另一把锁
lock-reason-logged-out = 锁已退出登录
lock-reason-device-error = 锁报告出错
lock-reason-driver-gone = 驱动程序中断
lock-reason-no-answer = 限时内没有应答
lock-reason-driver-missing = 找不到驱动程序

flaw-signature = 签名不成立，内容可能被改动
flaw-other-site = 属于其他考点
flaw-other-exam = 属于其他考试
flaw-other-edition = 所对应的考务数据版本与本机不同
flaw-other-mode = 练习与正式不符

seal-place-secure-room = 保密室
seal-place-exam-office = 考务办公室
seal-place-machine-room = 机房

unseal-reason-repair = 设备维修
unseal-reason-data-again = 重新导入考务数据
unseal-reason-test-again = 重新检测
unseal-reason-receipts-and-cleaning = 取得上传回执后清除数据

seal-decision-examined-and-used = 查明情况后继续使用
seal-decision-data-taken-again = 重新导入考务数据后使用
seal-decision-equipment-replaced = 更换设备

drill-topic-full-process = 考试全过程
drill-topic-checks = 软硬件检查
drill-topic-network = 网络故障排查与调试
drill-topic-power-cut = 断电和断网
drill-topic-reset = 重置
drill-topic-extra-time = 补时
drill-topic-standalone = 单机考试
drill-topic-spare-machine = 更换备用监考机

# 有签名的文件

kind-examsite-appointment-1 = 省级考试机构认定书
kind-examsite-request-1 = 考点注册申请
kind-examsite-lock-1 = 锁具注册申请
kind-examsite-locks-1 = 锁具登记表
kind-examsite-replacement-1 = 考务锁补发申请
kind-examsite-grant-1 = 考务锁补发文件
kind-examsite-package-1 = 考务数据
kind-examsite-exam-authorization-1 = 考试授权
kind-examsite-start-authorization-1 = 开考授权
kind-examsite-release-1 = 考场放行文件
kind-examsite-report-1 = 考场报告
kind-examsite-transfer-1 = 调动凭证
kind-examsite-result-1 = 考场结果
kind-examsite-station-1 = 单机作答终端登记文件
kind-examsite-alone-1 = 单机考试作答包
kind-examsite-return-1 = 单机考试作答数据
kind-examsite-head-1 = 日志标记
kind-examsite-room-day-1 = 考场当日数据说明
kind-examsite-backup-1 = 备份说明
kind-examsite-room-backup-1 = 考场备份说明
kind-examsite-receipt-1 = 上传回执

number-check-not-read = 未读取证件号码
number-check-same = 证件号码与登记一致
number-check-by-person = 证件号码由人工比对

# 考点的表单

room-form-e01 = 考场情况记录单
room-form-e04 = 考场座次表
room-form-e05 = 门贴
room-form-r02 = 机位签
room-form-r06 = 补时登记表
site-form-e03 = 应试人员跨考场调动单
site-form-e09 = 延时开考授权申请
site-form-e10 = 补时授权申请
site-form-e11 = 单机考试同意与作答包记录
site-form-e12 = 监督操作记录
site-form-e13 = 封存启封记录
site-form-e14 = 领用移交归还单
site-form-r04 = 授权与同意记录
site-form-r05 = 延时开考记录

# 机位、重置、调动

seat-means-drawn = 本机随机抽取
seat-means-slip = 按机位签
seat-means-in-room = 考场内安排
seat-means-kept = 沿用上一场次的机位

redraw-reason-seat-faulty = 机位故障
redraw-reason-neighbours = 与亲友相邻

reset-cause-machine = 考试机故障
reset-cause-network = 网络故障
reset-cause-peripheral = 外接设备故障
reset-cause-cloud = 云机房故障

settled-as-taken-in = 已调入
settled-as-cancelled = 已取消调出，回到原考场
settled-as-stayed = 仍在原考场考试
settled-as-sat-elsewhere = 在另一考场考试
settled-as-left = 到场后离开，计为缺考
settled-as-absent = 没有到场，计为缺考
settled-as-kept = 沿用上一场次的考场
settled-as-moved-room = 整场转到备用考场

found-invigilators = 两个考场监考人员的说明
found-seating-chart = 考场座次表上的签名
found-room-system = 监考机上的显示

cancel-reason-seat-came-free = 本考场有了空闲机位
cancel-reason-wrong-candidate = 调出的人选有误

# 身份核验、离开、考试信号、监考机更换

hold-cause-no-ticket = 没有带准考证
hold-cause-no-document = 没有带有效身份证件
hold-cause-document-expired = 身份证件过期
hold-cause-number-differs = 证件号码与登记不一致
hold-cause-person-unlike = 本人与照片不一致

admitted-on-proved = 身份已核实
admitted-on-chief = 主考同意例外入场

impostor-step-kept-apart = 已与其他应试人员隔开
impostor-step-police = 已报警

leave-cause-illness = 突发疾病
leave-cause-removed = 违纪带离
leave-cause-cancelled = 本场次取消

bell-entry = 入场信号
bell-start = 开考信号
bell-reminder = 时间提醒信号
bell-end = 结束信号

swap-reason-defect = 机器故障
swap-reason-slow = 运行缓慢
swap-reason-software = 软件故障

# 单机考试

ground-reset-failed = 重置后仍不能登录
ground-room-down = 考场网络、供电或监考机故障
ground-no-machine = 没有可用的考试机

custody-ours = 本机制作
custody-registered = 其他系统制作，本机只登记保管

void-reason-station-failed = 单机作答终端故障
void-reason-medium-failed = 存储介质故障
void-reason-wrong-station = 单机作答终端选错
void-reason-back-to-room = 回到考试机继续考试

package-end-void = 已作废
package-end-counted = 已回收，以此为准
package-end-lost = 作答数据已核销

return-flaw-second = 本场次已有另一份作答数据
return-flaw-voided = 所属的作答包已作废
return-flaw-older = 打开时间早于作答包的导出时间
return-flaw-ahead = 交卷时间晚于考点时间
return-flaw-too-long = 作答用时超出作答包和补时凭证给出的时间
return-flaw-written-off = 作答数据此前已核销
return-flaw-early = 考场封闭结束之前交卷
return-flaw-clock = 单机作答终端的时钟走动不一致，机器停过或时间改过
return-flaw-login = 打开时间与登记的登录时间相差较大

# 结束考试

override-reason-seen-in-room = 已在考场内当面核实
override-reason-room-system-silent = 考场的系统不提供这一项
override-reason-reported-above = 已报考试机构，由其处理

scratch-note-counted-wrong = 发放时点数有误
scratch-note-torn = 破损，无法收齐
scratch-note-carried-out = 有人带出考场，违纪另行记录

result-reason-collected-again = 作答数据重新回收
result-reason-first-incomplete = 上一版不完整
result-reason-wrong-file = 上一版拿错文件

# 延时开考、补时

entry-group-time = 延时、补时
kind-examsite-directive-1 = 部考试中心处理意见

measure-delay = 延时开考
measure-extra-time = 补时

means-phone = 电话
means-in-person = 当面
means-message = 短信或即时消息
means-letter = 书面或传真

purpose-delay = 考场延时开考
purpose-delay-site = 全考点延时开考
purpose-extra-time = 应试人员补时
purpose-extra-time-room = 全考场补时

answer-mistyped = 有的组听错或录错
answer-anothers = 不是给这一项的授权码

outcome-start = 准予开考
outcome-postpone = 延期
outcome-cancel = 取消

called-off-postponed = 已延期
called-off-cancelled = 已取消

delay-step-cause = 登记事由
delay-step-apply = 提出申请
delay-step-consent = 登记同意
delay-step-code = 录入授权码
delay-step-directive = 接收处理意见
delay-step-start = 可以开考
delay-step-wait = 按时开考

loss-cause-fault = 设备、网络或供电故障
loss-cause-move = 更换考试机、机位或考场
loss-cause-staff = 工作人员操作
loss-cause-disturbance = 考场受到干扰
loss-cause-candidate = 应试人员自身原因

take-back-reason-mistyped = 登记时录错
take-back-reason-not-given = 考场没有实际补时
take-back-reason-wrong-candidate = 应试人员有误

loss = { $since } 至 { $until } 耽误作答（{ $cause }），事由 { $causes }，报告人 { $told_by }
short = { $tickets ->
    [none] { $count } 人
   *[other] 准考证号 { $tickets }
}（已补 { $used } 分钟，须有不少于 { $total } 分钟的授权{ $most ->
    [0] {""}
   *[other] ，现有的只到 { $most } 分钟
}）

verdict-current = 现行；内容须与留存的一份核对
verdict-superseded = 已被更正或补印取代，以最新一份为准
verdict-draft = 草稿，不计份数
verdict-not-kept = 不留存的单据
verdict-unknown = 本机没有这一份
verdict-other-history = 与本机日志不符，不是这份记录
verdict-other-site = 其他考点的文书

exception-kind-start-doubted = 开考报告未获准许或重复
exception-kind-let-in-afterwards = 停止入场后补录的入场
exception-kind-ended-unchecked = 未核对完毕即结束考试
exception-kind-let-stand = 主考准予放行的核对项
exception-kind-go-all-the-same = 有项目未就绪而签署同意开考
exception-kind-written-off = 核销作答数据
exception-kind-answers-doubted = 作答数据损坏、不符或重复提交
exception-kind-dispute = 调动有争议或逾期未确认
exception-kind-reported-late = 突发事件初次报告超时
exception-kind-hop-skipped = 越过一级报告
exception-kind-regraded = 调整异常等级
exception-kind-evidence-returned = 证据退还本人
exception-kind-signed-again = 签字人或扫描件登记后被替换
exception-kind-found-late = 异常发生 10 分钟后才发现
exception-kind-violation-changed = 更正或撤销违纪记录
exception-kind-unsupervised = 无人监督的备份、考场备份，超时的监督操作
exception-kind-locks = 考务锁无应答、补发，锁遗失或封条异常
exception-kind-resumed = 备用机接续
exception-kind-mirror = 镜像停止、落后时照常办理
exception-kind-medium-lost = 存储介质遗失
exception-kind-receipt-differs = 上传回执与备份不符
exception-kind-room-opened = 封闭的考场提前开启或封条异常
exception-kind-wrong-proof = PIN 连续错误、授权码或授权文件不成立
exception-kind-late-gate = 关口逾期
exception-kind-started-late = 延时开考
exception-kind-admitted = 主考同意例外入场
exception-kind-left-early = 封闭期内因病离开考场
exception-kind-transfer-allowed = 未超排考点的例外调动
exception-kind-seat-redrawn = 重新安排机位
exception-kind-accepted-without = 部分考场除外的验收
exception-kind-trained-late = 晚于规定日期的培训
exception-kind-duty-changed = 重新抽签、更换监考人员
exception-kind-room-changed = 更换监考机、启用备用考场、整场转移
exception-kind-corrected = 更正出缺考登记、作废补时
exception-kind-by-hand = 人工回收或手工录入
exception-kind-consent-by-phone = 主考电话同意单机考试
exception-kind-sheet-void = 考场违纪情况记录单作废
exception-kind-scratch-short = 草稿纸少收
exception-kind-reprinted = 补印
exception-kind-receiver-unchecked = 移交时未查验接收人证件
exception-kind-desk-taken = 未办交接即接管值守
exception-kind-term-grew = 移交后延长保存期限，须通知省级考试机构
exception-kind-cleaning-awaited = 封存待清除
exception-kind-clock = 系统时钟变动
exception-kind-entered-late = 发生 10 分钟后才登记
