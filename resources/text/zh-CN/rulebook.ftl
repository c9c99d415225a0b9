# 规程页：每一项的名称，和带单位的值。

rule-late-entry = 开考后停止入场的时间
rule-late-entry-media = 语音类、视频类考试开考后停止入场的时间
rule-late-entry-media-zero = 开考即停止入场
rule-late-entry-inclusive = 正好在停止入场那一刻到场的
rule-closure-threshold = 按考试时长区分考场封闭办法的界限
rule-closure-long = 考试时长超过界限的科目，开考后考场封闭时间
rule-early-release = 考试时长不超过界限的科目，考场封闭提前结束的时间
rule-early-release-zero = 封闭到考试结束
rule-reminder-before-end = 考试结束前提醒应试人员的时间
rule-site-machine-before = 考点机获取开考授权的时间，在开考前
rule-room-ready-before = 监考人员、考场系统管理员到达考场的时间，在开考前
rule-exam-system = 考试系统版本
rule-on-time-tolerance-seconds = 晚于统一开考时间、不算延时的范围
rule-delay-city = 延时不超过此数的，经地市级考试机构同意
rule-delay-province = 延时不超过此数的，由省级考试机构授权
rule-responsible = 延时和补时不超过此数的，由考务管理责任人决定，超过的由评价机构负责人决定
rule-extra-time-on-the-spot = 补时累计不超过此数的，由监考人员办理
rule-extra-time-province = 补时累计不超过此数的，由省级考试机构授权
rule-overbooking-percent = 考场超排比例上限
rule-overbooking-percent-zero = 没有超排的规定
rule-chiefs = 每个考点的主考
rule-site-admins = 每个考点的考点系统管理员
rule-invigilators-per-room = 每个考场的监考人员
rule-room-admins-per-room = 每个考场的考场系统管理员
rule-room-admins-per-room-zero = 没有规定人数
rule-roving-rooms = 每名流动监考负责的考场，最多
rule-roving-rooms-zero = 没有规定上限
rule-id-types = 有效身份证件
rule-first-report = 发现突发事件后初次报告的时限
rule-first-report-zero = 立即
rule-fault-alarm-minutes = 故障超过多少时间未恢复即报警
rule-scratch-paper = 草稿纸清点发放、收回
rule-debt-minutes = 半天最后一场计划结束之后，补齐结果、记录单和备份的时限
rule-admins-qualified = 系统管理员网上测试、实操演练均通过后上岗
rule-avoidance-whole-exam = 有亲属应试的，回避整个考试（不要求的，回避亲属所在考场）
rule-trained-days-before = 全体考务人员完成培训的时间，在首个考试日之前
rule-trained-days-before-zero = 考试日当天也可以
rule-skilled-per-room = 每个考场具备计算机应用能力的监考人员，至少
rule-admins-may-invigilate = 考场系统管理员兼任监考人员
rule-recommended-above = 考场考试机多于此数的，监考机按建议配置
rule-memory-shortfall-mib = 系统识别的内存少于安装的内存，允许的差额
rule-input-methods = 考试机安装三种简体中文输入法
rule-simulated-test = 各考场通过模拟测试后验收
rule-room-locks = 监考锁校时、启用后放行考场
rule-calibration-days = 监考锁的校时，在当日之后仍然有效的天数
rule-calibration-days-zero = 仅当日有效
rule-clock-tolerance-seconds = 考点机与监考锁的时间差，不超过
rule-sealing = 设备封存，考试当日启封后验证开考授权
rule-receipt-minutes = 接收授权、导入考务数据的时限
rule-sitting-minutes = 一次监考锁校时与启用的时限
rule-two-persons = 须另一人登录核验的操作
rule-record-signers = 考场情况记录单的签字人
rule-paper-retention-months = 考场情况记录等的保管期限，至少
rule-serious-retention-months = 其他考务资料的保管期限，至少
rule-electronic-retention-months = 电子文档的保存期限，至少
rule-video-retention-months = 视频监控信息的保存期限，至少
rule-video-evidence-months = 作为证据的视频的保存期限，至少
rule-secrecy-video-months = 保密室监控信息的保存期限，至少
rule-not-provided = 没有规定

rule-group-entry = 入场
rule-group-closure = 考场封闭
rule-group-start = 开考与延时
rule-group-extra-time = 补时
rule-group-overbooking = 考场超排
rule-group-staff = 人员
rule-group-readiness = 考前准备
rule-group-documents = 证件
rule-group-incidents = 异常报告
rule-group-closing = 结束考试
rule-group-locks = 锁具、封存
rule-group-signatures = 核验与签字
rule-group-retention = 保管期限

unit-minutes = { $value } 分钟
unit-seconds = { $value } 秒
unit-percent = { $value }%
unit-months = { $value } 个月
unit-persons = { $value } 人
unit-rooms = { $value } 个考场
unit-machines = { $value } 台
unit-mebibytes = { $value } 兆字节
unit-days = { $value } 天
unit-admitted = { $value ->
    [yes] 可以入场
   *[no] 不能入场
}
unit-allowed = { $value ->
    [yes] 可以
   *[no] 不可以
}
unit-asked = { $value ->
    [yes] 要求
   *[no] 不要求
}
unit-listed = { $value }
unit-version = { $value } 版

listed-step-record-timestamp = 登记编排考场时间戳
listed-step-take-exam-authorization = 获取考试授权
listed-step-take-start-authorization = 获取开考授权
listed-step-accept-site = 验收
listed-step-seal-equipment = 封存设备
listed-step-unseal-equipment = 启封设备
listed-step-return-locks = 归还锁具
listed-step-correct-attendance = 更正缺考登记
listed-step-write-off = 核销作答数据
listed-step-check-answers = 核查作答数据
listed-step-record-backup = 备份
listed-step-copy-backup = 备份另存一份
listed-step-record-room-backup = 收取考场备份
listed-step-export-bundle = 导出上传包

## 页面

standing-in-force = 现行有效
standing-one-off = 仅当次考试
standing-internal = 内部制度
standing-template = 模板

rulebook-signed = 数值由省级考试机构在考务数据第 { $edition } 版中签名确认，本机不能改动。
rulebook-signed-template = 模板数值已随考务数据第 { $edition } 版签名下发，仍须与当次考务通知核对。
rulebook-unsigned = 尚未导入考务数据。以下是模板的数值，只供查阅；导入后以签名的数值为准。
rulebook-parts = 显示数值或条款
rulebook-part-numbers = 数值
rulebook-part-clauses = 条款
rulebook-find = 查找：名称、数值、条款编号、原文
rulebook-nothing-found = 没有找到。可改用其他词，或改看另一组。
rulebook-column-group = 类别
rulebook-column-rule = 项目
rulebook-column-value = 数值
rulebook-column-clause = 条款
rulebook-column-says = 原文
rulebook-column-place = 出处
rulebook-column-basis = 依据性质
rulebook-listed = { $count } 项
rulebook-basis-text = 原文规定
rulebook-basis-reading = 本程序的理解
rulebook-basis-derived = 本程序的规定
rulebook-detail = 所选条文
rulebook-choose = 在列表中选一项，这里显示条款原文和出处。
rulebook-our-reading = 原文没有写明这个数值，这里按本程序的理解办理。与当次考务文件不一致的，以考务文件为准。
rulebook-none = 本次考试的文件没有规定这一项，不按此办理。
rulebook-stands-on = 依据条款 { $clause }
rulebook-numbers-on-it = 依据本条的数值
rulebook-number = { $name }：{ $value }
rulebook-documents = 各文件的写法
rulebook-counts-here = 本次考试适用
rulebook-note = 本程序的理解
rulebook-note-derived = 本程序的规定
rulebook-quote = “{ $quote }”
rulebook-internal = 内部使用的内容，登录后显示
rulebook-document = 《{ $title }》（{ $number }）
