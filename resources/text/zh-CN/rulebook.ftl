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
rule-two-persons = 须另一人登录核验的操作
rule-record-signers = 考场情况记录单的签字人
rule-paper-retention-months = 考场情况记录等的保管期限，至少
rule-serious-retention-months = 其他考务资料的保管期限，至少
rule-electronic-retention-months = 电子文档的保存期限，至少
rule-video-retention-months = 视频监控信息的保存期限，至少
rule-video-evidence-months = 作为证据的视频的保存期限，至少
rule-not-provided = 没有规定

rule-group-entry = 入场
rule-group-closure = 考场封闭
rule-group-start = 开考与延时
rule-group-extra-time = 补时
rule-group-overbooking = 考场超排
rule-group-staff = 人员
rule-group-documents = 证件
rule-group-incidents = 异常报告
rule-group-signatures = 核验与签字
rule-group-retention = 保管期限

unit-minutes = { $value } 分钟
unit-seconds = { $value } 秒
unit-percent = { $value }%
unit-months = { $value } 个月
unit-persons = { $value } 人
unit-rooms = { $value } 个考场
unit-admitted = { $value ->
    [yes] 可以入场
   *[no] 不能入场
}
unit-listed = { $value }
unit-version = { $value } 版

listed-step-record-timestamp = 登记编排考场时间戳
listed-step-take-exam-authorization = 获取考试授权
listed-step-take-start-authorization = 获取开考授权
listed-step-correct-attendance = 更正缺考登记
listed-step-write-off = 核销作答数据
listed-step-check-answers = 核查作答数据
listed-step-record-backup = 备份
