# 延时与补时页：延时开考部分。

delays-part-delays = 延时开考
delays-part-extra = 补时
delays-parts = 延时开考或补时
delays-none = 还没有场次。
delays-sub = 未开考 { $waiting } 个考场，其中已延时 { $late } 个；延时后开考 { $started } 个

## 倒计时

delays-now-late = { $count } 个考场未开考，已晚 { $minutes }
delays-now-nobody = 现在开考不需要任何机构同意。
delays-now-ahead = 已经知道不能按时开考的考场，现在就可以登记事由、提出申请。
delays-now-before = { $count } 个考场待开考，统一开考时间 { $time }，还有 { $left }
delays-now-tolerated = 统一开考时间 { $time } 已到，{ $count } 个考场待开考
delays-now-last = 现在开考由{ $who }决定
delays-now-covered = 未开考的考场都已有授权，现在可以开考
delays-left-covered = 还剩 { $left }，授权到 { $until } 为止
delays-office-ministry = 部考试中心
delays-office-province = 省级考试机构
delays-office-city = 市级考试机构
delays-office-head = 评价机构负责人
delays-office-responsible = 考务管理责任人
delays-left-other = 还剩 { $left }，之后由{ $who }决定
delays-left-directive = 还剩 { $left }，之后须有部考试中心的处理意见
delays-left-code = 还剩 { $left }，之后须有授权码
delays-all-started = 没有等待开考的考场。

## 考场列表

delays-rooms = 未开考的考场
delays-column-room = 考场
delays-column-late = 已晚
delays-column-who = 现在谁能同意
delays-column-left = 还剩
delays-column-cause = 事由
delays-column-step = 下一步
delays-column-covered = 依据
delays-column-number = 编号
delays-column-asked-at = 申请时间
delays-column-rooms = 考场
delays-column-minutes = 延时
delays-column-asked-of = 向谁申请
delays-column-came = 答复
delays-column-by = 由谁同意
delays-no-cause-short = 没有事由
delays-causes-more = { $cause }，另 { $more } 项
delays-covered = 可以开考
delays-covered-until = 可开考至 { $time }
delays-covered-asked = { $number } 待答复
delays-cause = { $number } { $kind }
delays-cause-long = { $number } { $kind }（{ $where }，{ $time } 发生）
delays-cause-restored = { $cause }，{ $time } 恢复
delays-cause-closed = { $cause }，{ $time } 结束
delays-rooms-list = { $rooms }
delays-room-named = { $room }（{ $name }）
delays-minutes-count = { $count } 分钟

## 现在做什么

delays-now = 现在：第 { $rooms } 考场
delays-steps = 延时开考的步骤
delays-step-cause = 登记事由
delays-step-apply = 提出申请
delays-step-consent = 登记同意
delays-step-code = 录入授权码
delays-step-directive = 处理意见
delays-step-start = 开考
delays-application = 申请
delays-application-line = { $number }，{ $minutes } 分钟以内（{ $tier }）
delays-not-named = 申请 { $number } 没有列入第 { $rooms } 考场，这份申请的答复对它们无效；另提一份申请。
delays-call = 现在打给{ $office }，照下面读：
delays-call-contact = 现在打给{ $office }（{ $name } { $phone }），照下面读：
delays-call-known = 现在打给{ $office }（上次：{ $who }），照下面读：
delays-speaker = { $name }，{ $office }，{ $phone }
delays-read-out = 考点 { $code } { $site }，{ $session }，统一开考时间 { $starts }，不能按时开考的考场：{ $rooms }。事由：{ $causes }。申请延时 { $minutes } 分钟以内，最迟 { $until } 开考。申请编号 { $number }。
delays-cause-spoken = { $kind }，{ $time } 发生（{ $numbers }）
delays-cause-spoken-many = { $kind }，{ $time } 发生（{ $first } 等 { $count } 项）
delays-now-authorized = 现在开考须由{ $who }给出授权码
delays-now-consent = 现在开考须经{ $who }同意
delays-print-application = 打印申请
delays-print-answers = 打印授权与同意记录
delays-apply-first = 先提出申请，再登记答复。

## 故障

delays-cause-first = 延时开考要有事由。先报告故障，所选的考场各记一处。
delays-cause-kind = 故障类别
delays-cause-where = 范围
delays-cause-rooms = 第 { $rooms } 考场
delays-happened-at = 发生时间
delays-told-by = 谁报告的
delays-happened-hint = 填写故障发生的时间，不是报告的时间。
delays-cause-report = 报告故障
delays-to-faults = 转到“故障”页

## 申请

delays-minutes = 申请延时（分钟，从统一开考时间算起）
delays-asked-of = 向谁申请
delays-causes = 事由（默认全部列入）
delays-no-cause = 这些考场还没有故障或异常。先报告故障。
delays-minutes-how = 填写整分钟数，1 分钟以上
delays-minutes-nobody = 这么短的时间不需要申请
delays-minutes-until = { $who }，可开考至 { $until }
delays-minutes-short = { $who }；只到 { $until }，现在已经过了
delays-minutes-decides = { $who }，最迟何时开考由其决定
delays-apply = 提出申请
delays-applied = 申请 { $number } 已登记

## 同意

delays-consent-of = 谁同意
consent-name = 对方姓名
consent-office = 对方单位和职务
consent-phone = 对方电话
consent-means = 方式
consent-at = 同意的时间
consent-told = 告诉了谁
delays-consent-covers = 同意适用于：第 { $rooms } 考场。登记前把姓名、单位、电话和考场向对方复述一遍。
consent-do = 登记同意
consent-who = 填写对方姓名和单位；电话同意的还要填写电话。
consent-done = 同意已登记

## 授权码

delays-code-for = 授权码给哪个考场
delays-code = 授权码
delays-code-all = 本场次申请的全部考场
delays-code-held = 第 { $room } 考场（已有 { $minutes } 分钟的授权码）
delays-code-at = 对方读出的时间
delays-code-heard = 谁听写的
delays-code-enter = 录入授权码
delays-code-holds = { $what }：授权码有效，{ $minutes } 分钟以内
delays-code-opaque = 这次考试的授权码在本机无法核验，记录和表格上注明“未经核验”。照对方所说填写授权码和分钟数，由第二人一同确认。
delays-code-minutes = 对方说明的分钟数

## 处理意见

delays-directive-how = 部考试中心的处理意见是一份签名文件。扫描、粘贴或选择文件，先看内容，再由主考一同登记。
delays-directive-text = 处理意见
delays-directive-hint = 扫描或粘贴
delays-directive-pick = 选择文件
delays-directive-kind = 处理意见文件
delays-directive-enter = 登记处理意见
delays-directive-first = 先读入处理意见。
delays-directive-unread = 读不出这份处理意见。重新扫描一次，或换一份文件。
delays-directive-practice = 由部考试中心发来（练习）
delays-directive-done = 处理意见已登记
delays-directive-outcome = 决定
delays-directive-session = 场次
delays-directive-rooms = 考场
delays-directive-until = 最迟开考
delays-directive-no-end = 没有规定
delays-directive-serial = 文号
delays-directive-issued = 签发时间

## 开考

delays-start-until = 可以开考：{ $tier }（申请 { $number }），至 { $until } 为止，还剩 { $left }
delays-start-allowed = 可以开考：{ $tier }（申请 { $number }），没有规定最迟时间
delays-start-needs-nobody = 可以开考：刚过统一开考时间，不算延时
delays-start-not-yet = 统一开考时间 { $time } 之前不开考
delays-start-refused = 还不能开考：先办好前面的步骤（{ $tier }）
delays-start-told = 通知考场发出开考指令，考场报告后在“考场报告”页登记开考时间。
delays-not-released = 第 { $rooms } 考场尚未放行，先放行再开考。
delays-to-reports = 登记开考
delays-to-release = 转到放行
delays-outlook = 如果在 { $time } 开考
delays-outlook-moments = 入场截止 { $entry } · 禁止离场至 { $closure } · 时间提醒 { $reminder } · 结束 { $end }
delays-knock-gap = 结束后距{ $session }统一开考时间还有 { $gap }
delays-knock-short = 结束后距{ $session }统一开考时间还有 { $gap }，开考前的准备时间缩短 { $short }
delays-knock-forced = { $session }在这里也要推迟 { $minutes }，须另外申请（{ $tier }）
delays-bells = { $reminder } 的时间提醒信号和 { $end } 的结束信号与这些考场无关，由监考人员口头提醒和宣布结束。

## 申请与结果

delays-applied-for = 申请与答复
delays-came-nothing = 还没有答复
delays-came-consent = { $time } { $tier }，{ $name }，{ $means }
delays-came-code = { $time } 授权码 { $minutes } 分钟，{ $what }
delays-came-unverified = { $time } 授权码（未经核验）{ $minutes } 分钟，{ $what }
delays-came-directive = { $time } 处理意见：{ $outcome }（{ $serial }）
delays-came-start-until = { $time } 处理意见：最迟 { $until } 开考（{ $serial }）
delays-settled = 延时后开考和不再开考的考场
delays-started-by = { $tier }
delays-print-record = 打印延时开考记录

## 授权码输入框

code-field-form = 20 个符号，分 4 组读
code-field-open = 第 { $group } 组 { $count }/5
code-field-right = 第 { $group } 组正确
code-field-wrong = 第 { $group } 组有误
code-field-again = 第 { $groups } 组有误，重听这一组。
code-field-short = 还差第 { $group } 组：一共 20 个符号，现在 { $count } 个。
code-field-long = 一共 20 个符号，现在 { $count } 个。
code-field-needed = 还没有填授权码。
code-field-practice = 由省级考试机构念出（练习）
code-field-searching = 正在查找这个授权码是给谁的，共 { $count } 个考场和应试人员
code-field-nobodys = 不是给本考点任何考场或应试人员的授权码。请对方核对考点、场次和考场，重新生成。
code-field-there = 按这个考场录入
code-field-fits-site = 这个授权码是给{ $session }全部延时考场的，{ $minutes } 分钟。
code-field-fits-delay = 这个授权码是给{ $session }第 { $room } 考场延时开考的，{ $minutes } 分钟。
code-field-fits-room = 这个授权码是给{ $session }第 { $room } 考场全考场补时的，{ $minutes } 分钟。
code-field-fits-person = 这个授权码是给{ $session } { $name }（{ $ticket }）补时的，{ $minutes } 分钟。
