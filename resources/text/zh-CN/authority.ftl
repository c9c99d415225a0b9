# 锁与授权。

authority-segments = 锁与授权的各部分
authority-grants = 授权
authority-sitting-segment = 校时与启用
authority-register-segment = 登记与保管
authority-sealing-segment = 封场检测与封存
authority-no-package = 尚未导入考务数据，先在“编排”页导入
authority-session = 场次
authority-serial = 编号
authority-state = 状态
authority-room = 考场

## 监督操作

authority-not-begun = 未开始，限时 { $minutes } 分钟
authority-left = 剩余 { $time }
authority-lapsed = { $time } 已到时限
authority-lapsed-how = 时限已到，这一次没有保留任何内容。由监督人重新签名，从头办理。
authority-under = 编号 { $number }，操作人 { $operator }，监督人 { $supervisor }，{ $time } 前完成
authority-given-up = 已放弃，没有保留任何内容
authority-sitting-done = 校时与启用已办完，监督人已签名

## 接收授权

authority-receipt = 接收授权
authority-receipt-how = 授权由省级考试机构下发，在监督下接收：监督人先签名，再逐份带入，一并登记。考试授权单独接收；开考授权可一次接收一个批次的各场次。
authority-receipt-begin = 开始接收
authority-receipt-done = 完成接收
authority-receipt-give-up = 放弃接收
authority-receipt-first = 现在没有正在进行的接收，刚才扫到的内容没有采用。先点“开始接收”，由监督人签名后再扫描。
authority-received = 授权已接收并登记
authority-vpn-key = 使用的 VPN 密钥
authority-vpn-none = 不使用
authority-brought = 已带入、尚未登记的授权
authority-document = 授权
authority-pick = 选择授权文件
authority-file-kind = 授权文件
authority-remove = 移除所选
authority-text = 授权文本（扫描或粘贴，内容不显示）
authority-text-how = 扫描，或粘贴后回车
authority-enter = 带入授权文本
authority-text-unread = 扫描或粘贴的授权文本不完整或已损坏，没有采用。由考点系统管理员重新扫描；仍然不行的，改用授权文件带入，或联系省级考试机构。
authority-practice = 由省级考试机构发来（练习）
authority-alone = 考试授权与开考授权分两次接收，后带入的没有采用。先完成这一次，再开始下一次。
authority-file-says = { $file }：{ $said }
authority-false = 已记入异常：{ $incidents }。由考点系统管理员报告主考和考务办公室。

## 考试授权、开考授权

authority-exam = 考试授权
authority-exam-none = 未接收
authority-exam-there = 已接收
authority-exam-missing = 尚未接收，考前一天在监督下接收
authority-starts = 开考授权
authority-starts-how = 每场一份。接收以后，到起办时间由考点系统管理员一人验证，各场次互不等待；验证通过才能放行考场。
authority-starts-at = 统一开考
authority-opens = 起办时间
authority-starts-all = 全部已验证
authority-starts-of = 已验证 { $done } / { $total } 场
authority-ahead = 未接收，{ $time } 起办理
authority-none = { $late ->
    [0] 未接收，现在可以接收
   *[other] 未接收，已过起办时间 { $late } 分钟
 }
authority-received-ahead = 已接收，{ $time } 起验证
authority-to-check = { $late ->
    [0] 待验证
   *[other] 待验证，已过起办时间 { $late } 分钟
 }
authority-checked = { $time } 已验证，编号 { $serial }
authority-check-none = 验证开考授权
authority-check = 验证{ $session }开考授权
authority-check-done = { $session }开考授权已验证，可以放行考场

## 校时与启用

authority-sitting = 监考锁校时与启用
authority-sitting-how = 监考锁校时后插入考点机启用，全程在监督下办理。监督人开始时和结束时各签名一次，中间逐把办理。
authority-sitting-begin = 开始办理
authority-sitting-end = 结束办理
authority-sitting-give-up = 放弃办理
authority-room-locks = 各考场的监考锁
authority-locks-of = { $total } 个考场中 { $done } 个已启用
authority-locks-optional = 本次考试不要求
authority-no-room-locks = 考务数据导入后显示各考场的监考锁
authority-lock = 锁的编号
authority-plugged = 插入
authority-in = 已插入
authority-unfit = 不能使用
authority-spare = 备用
authority-no-lock = 没有登记监考锁
authority-calibrated = { $time } 已校时，相差 { $offset } 秒
authority-calibrated-off = { $time } 校时相差 { $offset } 秒，超过允许范围
authority-in-use-row = { $time } 已启用，交{ $person }
authority-lock-of = 第 { $room } 考场 · 监考锁 { $serial }
authority-lock-spare = 备用监考锁 { $serial }
authority-plug-in = 把监考锁 { $serial } 插入考点机，识别后在这里输入 PIN 启用。
authority-too-far = 最近一次校时相差 { $offset } 秒，超过允许的 { $allowed } 秒。重新校时后再登记；仍然超过的，先由两人在“时钟”页确认考点时间。
authority-in-use = 已于 { $time } 启用，交{ $person }保管。
authority-again = 重新登记校时
authority-again-means = 重新登记校时以后，这把锁要再次启用。
authority-offset = 相差秒数
authority-offset-how = 照校时网站显示的填写：考点机快的填正数，慢的填负数，一致的填 0。
authority-offset-wrong = 相差秒数没有填写，或者不是整数。照校时网站显示的填写。
authority-calibrated-at = 校时时间
authority-calibrate = 登记校时
authority-calibrated-toast = 监考锁 { $serial } 的校时已登记
authority-pin = 锁的 PIN
authority-practice-pin = 练习锁的 PIN 都是 { $pin }
authority-wrong-pin = 锁 { $serial } 的 PIN 不正确。核对后重新输入。
authority-pin-waits = PIN 多次输入不正确，{ $seconds } 秒后再试。
authority-holder = 领用人
authority-use = 启用监考锁
authority-used-toast = 监考锁 { $serial } 已在第 { $room } 考场启用

lock-stage-other-exam = 用于另一次考试
lock-stage-revoked = 注册已撤销
lock-stage-lost = 已报遗失
lock-stage-not-yet-valid = 注册未生效
lock-stage-expired = 注册已过期
lock-stage-in-store = 未领用
lock-stage-issued = 已领用
lock-stage-uncalibrated = 未校时
lock-stage-stale = 校时已失效
lock-stage-too-far-off = 相差超过允许范围
lock-stage-calibrated = 已校时，待启用
lock-stage-in-use = 已启用
lock-stage-returned = 已归还，再用须重新启用

## 登记与保管

authority-register = 锁具登记表
authority-register-take = 导入新的锁具登记表
authority-register-files = 锁具登记表
authority-register-taken = 新的锁具登记表已启用
authority-no-register = 锁具登记表随考务数据导入
authority-out = { $count } 件在用，尚未归还
authority-all-back = 没有未归还的
authority-only-out = 只看尚未归还的
authority-keeper = 保管人
authority-kind = 种类
authority-reference = 注册文号
authority-validity = 注册有效期
authority-valid = { $until ->
    [none] { $since ->
        [none] 没有限定
       *[other] { $since } 起
    }
   *[other] { $since ->
        [none] 到 { $until } 为止
       *[other] { $since } 至 { $until }
    }
 }
authority-custody = 领用、移交、归还、遗失
authority-issue = 领用
authority-hand-over = 移交
authority-return = 归还
authority-lost = 遗失
authority-chosen = 所选：{ $serials }
authority-choose = 先在上面的表中选择锁具
authority-issue-how = 一次一件，领用人当场签名。
authority-issue-do = 登记领用
authority-taker = 领用人
authority-issued = { $serials } 已领用
authority-hand-over-how = 一次一件，移交人和接收人都当场签名。
authority-hand-over-do = 登记移交
authority-next = 接收人
authority-handed-over = { $serials } 已移交
authority-return-how = 可一次归还多件，在表中一并选中。用于考场的，该考场结束考试后才能归还。
authority-return-do = 登记归还
authority-returned = { $serials } 已归还
authority-lost-how = 遗失或被他人使用的，登记后立即失效，同时记入异常并开始计报告时限。已开考的考场继续考试；下一场要换用别的锁。找到以后也要重新注册才能再用。
authority-lost-do = 登记遗失
authority-lost-at = 发现时间
authority-told-by = 报告人
authority-lost-done = { $serials } 已登记为遗失

## 考务锁

authority-site-lock = 考务锁
authority-lock-in = 已插入
authority-lock-out = 未检测到
authority-lock-fault = 没有应答：{ $reason }
authority-lock-out-how = 开考、结束、补时、重置照常办理；接收授权、备份、上传、清理等锁重新插入后再办。重新插入考务锁，再输入锁的 PIN。
authority-lock-back = 打开考务锁
authority-lock-is-back = 考务锁已重新插入
authority-lock-made = 类型
authority-software = 软件锁，仅供练习
authority-hardware = 硬件锁
authority-fingerprint = 公钥指纹

## 封场检测、验收、封存、启封

authority-choose-one = 选择
authority-choose-first = 还有一项没有选择。
authority-test = 封场检测
authority-test-how = 用正式数据逐个考场检测，结果以最近一次为准。
authority-test-none = 未登记
authority-test-passed = 通过
authority-test-failed = 未通过
authority-test-result = 检测结果
authority-test-at = 检测时间
authority-test-first = 先选择检测结果。
authority-test-do = 登记封场检测
authority-test-again = 再登记一次检测
authority-test-done = 封场检测已登记
authority-accept = 验收
authority-accept-how = 封场检测通过后验收，由监督人核验。检测又没有通过的，重新验收。
authority-accept-none = 未验收
authority-accepted = { $at } 已验收
authority-accept-do = 登记验收
authority-accept-done = 验收已登记
authority-seal = 封存与启封
authority-seal-none = 未封存
authority-seal-on = 已封存
authority-seal-broken = 封条异常
authority-seal-opened = 已启封
authority-seal-how = 贴好封条后登记。封存以后本机只能查看和启封；考试分几天的，每晚再次封存。
authority-seal-number = 封条编号
authority-seal-place = 存放地点
authority-seal-do = 登记封存
authority-sealed = 已登记封存，现在只能查看和启封
authority-sealed-at = 封存时间
authority-opened-at = 启封时间
authority-unseal-how = 照封条读出编号，看清封条是否完好，两人在场启封。编号不符或封条不完好的，会记入异常，由主考决定。
authority-seal-read = 封条上的编号
authority-intact = 封条是否完好
authority-intact-yes = 完好
authority-intact-no = 不完好
authority-unseal-why = 今天没有考试，启封须说明原因。
authority-unseal-reason = 启封原因
authority-unseal-do = 启封设备
authority-unsealed = 设备已启封
authority-practice-seal = 练习用的封条编号：{ $number }
authority-seal-waits = 封条编号不符或者不完好，已记入异常 { $incident }。设备暂不使用，由主考查明情况后在下面登记决定。
authority-never-opened = 今天有考试，但没有启封记录。没有封存过的，由主考查明情况后在下面登记决定，再验证开考授权。
authority-decide-how = 由主考登录办理，另一人核验。
authority-decision = 处理决定
authority-decide-do = 登记处理决定
authority-decided = 处理决定已登记，设备可以使用
authority-print-custody = 打印领用移交归还单
