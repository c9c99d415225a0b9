# 异常：登记、报告、处置、结案，联系方式。

incident-list = 异常列表
incident-sub = 未处理完毕 { $open } 起，待报告 { $waiting } 起
incident-none = 没有登记过异常。
incident-choose = 在列表中选一起异常，这里显示向谁报告和下一步。
incident-title = { $number } { $kind }
incident-whole-site = 全考点
incident-place = { $session } { $where }
incident-column-clock = 报告
incident-column-kind = 异常
incident-column-where = 位置
incident-column-severity = 级别
incident-column-found = 发现
incident-column-step = 下一步
incident-clock-not-required = 只作记录
incident-clock-due = 待报告 { $time }
incident-clock-late = 超时 { $time }
incident-clock-told = 已报告 { $time }
incident-clock-told-late = 已报告，超时 { $time }
incident-step-report = 报告
incident-step-settle = 处置
incident-step-final-report = 最终报告
incident-step-file = 结案
incident-step-nothing = 已结案

## 选中的一起

incident-next-report = 现在联系：{ $whom }。{ $until } 以前报到每一级，报告后登记。
incident-next-late = 现在联系：{ $whom }。首次报告的时限 { $until } 已过，报告后仍须登记，标明超时。
incident-next-settle = 应报告的都已报告。继续处置并登记进展，处理完毕时登记时间。
incident-next-final = 已处理完毕。写最终报告：原因、过程、结果、社会影响。
incident-next-file = 已处理完毕，应报告的都已报告，可以结案。
incident-next-nothing = 已结案。再发现严重情况的，可以调整级别重新报告。
incident-not-required-note = 按现行规程，一般突发事件只作记录。情况加重时调整级别，再逐级报告。
incident-call = { $hop } { $name } { $phone }
incident-call-unknown = { $hop }（没有登记电话，可在“联系方式”中登记）
incident-read = 照读
incident-read-out = { $code } { $site }报告：{ $session ->
        [none] {""}
       *[other] { $session }
    }{ $where }，{ $time } 发现{ $kind }，初步判断为{ $severity }突发事件。
incident-read-noted = { $text }。
incident-read-open = 正在处置，有进展随时续报。
incident-read-over = 已于 { $time } 处理完毕。
incident-erased = 已清除
incident-where = 位置
incident-found-at = 发现时间
incident-follower = 跟踪处置的人
incident-nobody-follows = 尚未指定
incident-outside = 已撤离
incident-outside-room = 第 { $room } 考场 { $people } 人
incident-outside-rooms = { $rooms }，尚未返回
incident-way = 报告顺序
incident-way-told = { $time } 已报告，{ $means }
incident-way-late = { $time } 已报告，{ $means }，超时
incident-way-skipped = 不报告：{ $reason }
incident-way-open = 尚未报告
incident-links = 与此有关的办理
incident-resets = 期间重置
incident-link = { $where ->
        [none] {""}
       *[other] { $where }：
    }{ $what }{ $more ->
        [none] {""}
       *[other] {" "}{ $more }
    }
incident-link-rooms = 第 { $rooms } 考场
incident-link-people = { $count } 人
incident-link-late = 晚 { $time }
incident-link-more = 等 { $count } 项
incident-link-minutes = { $what }（{ $minutes } 分钟）
incident-course = 处置过程
incident-course-report = { $kind } → { $hop }（{ $means }{ $person ->
        [none] {""}
       *[other] ，{ $person }
    }）：
incident-course-note = { $kind }：
incident-course-grade = 级别调整为{ $severity }。
incident-course-left = 第 { $room } 考场撤离，清点 { $people } 人。
incident-course-back = 第 { $room } 考场人员返回。

link-kind-delay-asked = 延时申请
link-kind-extra-asked = 补时申请
link-kind-started-late = 延时开考
link-kind-extra-time = 补时
link-kind-standalone = 单机考试
link-kind-transfer = 调出
link-kind-room-moved = 整场转移
link-kind-violation = 违纪记录
link-kind-suspected = 疑似替考
link-kind-written-off = 作答数据核销
course-kind-happened = 发生
course-kind-found = 发现
course-kind-over = 处理完毕
course-kind-filed = 结案

incident-advice-papers = 处置要点：保护现场，封存涉及的试卷和数据，由考点负责人决定是否启用备用试卷，记下每项决定。
incident-advice-disorder = 处置要点：封闭考点，更换监考人员，必要时请公安机关到场，登记涉及的考场和人员。
incident-advice-terror = 处置要点：立即报警，听从公安机关指挥，先保护人员安全，再保护试卷和数据。
incident-advice-illness = 处置要点：现场急救并送医疗机构，通知医疗急救，记下离开和返回时间。
incident-advice-disaster = 处置要点：先保护人员安全，再保护试卷和数据；沿预定路线撤离，在集合地点逐场清点人数，应试人员尽可能分开。
incident-advice-items = 处置要点：收回有问题的试卷，记入考场情况记录单，经巡考人员同意启用备用卷，耽误的时间予以补足。

incident-do-report = 登记报告
incident-do-note = 登记进展
incident-do-settle = 登记处理完毕
incident-do-file = 结案归档
incident-do-follow = 指定跟踪人
incident-do-grade = 调整级别
incident-do-skip = 登记不报某级
incident-do-leave = 登记撤离
incident-do-back = 登记返回
incident-do-print = 打印报告

## 登记异常

incident-open = 登记异常
incident-group = 类别
incident-kind = 具体情况
incident-which-room = 选择考场
incident-happened-at = 发生时间
incident-found-by = 发现人
incident-found-at-once = 发生时即发现
incident-effect = 属{ $severity }突发事件。{ $minutes ->
        [none] 立即报告
       *[other] 发现后 { $minutes } 分钟内报告
    }：{ $hops }。
incident-effect-none = 属{ $severity }突发事件。按现行规程只作记录，不要求报告。
incident-open-confirm = 登记异常
incident-opened = 已登记异常：{ $kind }

## 报告

incident-report-title = 登记报告 { $number }
incident-report-kind = 报告种类
incident-report-to = 报告对象
incident-report-means = 报告方式
incident-told-to = 听取报告的人（姓名、职务）
incident-told-name = { $name }（{ $hop }）
incident-reported-at = 报告时间
incident-reported-by = 报告人
incident-content = 报告内容
incident-cause = 原因
incident-course-of = 过程
incident-result = 结果
incident-social = 社会影响
incident-report-confirm = 登记报告
incident-reported = 已登记：异常 { $number } 已报告{ $hop }

## 进展、级别、跟踪、不报某级

incident-note-title = 登记进展 { $number }
incident-note-note = 只增加，不修改。写错的再登记一条说明。
incident-note-kind = 内容种类
incident-note-text = 内容
incident-noted-at = 时间
incident-noted-by = 记录人
incident-note-confirm = 登记进展
incident-noted = 已登记异常 { $number } 的进展
incident-grade-title = 异常 { $number } 调整为{ $severity }
incident-grade-rises = 调整后从现在起重新逐级报告。须主考签字。
incident-grade-falls = 写明理由。须主考签字。
incident-grade-reason = 理由
incident-grade-reason-free = 理由（可以不写）
incident-grade-confirm = 调整为{ $severity }
incident-graded = 异常 { $number } 已调整为{ $severity }
incident-follow-title = 指定跟踪异常 { $number } 的人
incident-follow-confirm = 指定跟踪人
incident-followed = 异常 { $number } 由 { $person } 跟踪
incident-skip-title = 异常 { $number } 不报某一级
incident-skip-note = 巡考人员不在考点的，写明后报下一级。已直接报告更高一级的，须主考签字。
incident-skip-hop = 不报告的一级
incident-skip-reason = 原因
incident-skip-confirm = 登记不报告
incident-skipped = 异常 { $number } 已登记不报告{ $hop }

## 撤离和返回、处理完毕、结案

incident-leave-title = 登记撤离 { $number }
incident-leave-note = 在集合地点逐场清点后登记。先走的考场可以先登记。
incident-leave-counts = 考场和清点人数
incident-leave-hint = 每行一个考场：考场号 人数
incident-leave-wrong = “{ $line }”不是“考场号 人数”，或者这个考场没有进行中的考试。
incident-leave-nobody = 还没有填写人数。
incident-left-at = 离开时间
incident-told-by = 报告人
incident-leave-confirm = 登记撤离
incident-left = 已登记撤离：第 { $rooms } 考场
incident-back-title = 登记返回 { $number }
incident-back-room = 返回的考场
incident-back-all = 全部 { $count } 个考场
incident-back-at = 返回时间
incident-back-confirm = 登记返回
incident-back = 已登记返回：第 { $rooms } 考场
incident-settle-title = 登记处理完毕 { $number }
incident-settled-at = 处理完毕时间
incident-settle-confirm = 登记处理完毕
incident-settled = 异常 { $number } 已处理完毕
incident-filed = 异常 { $number } 已结案

## 联系方式

incident-contacts = 联系方式
incident-contacts-note = 报告时显示姓名和电话。登记新的内容即代替原来的。
incident-contact = 单位
incident-contact-name = 姓名
incident-contact-phone = 电话
incident-contact-missing = 未登记
incident-contacts-print = 打印联系方式
incident-contacts-confirm = 保存联系方式
incident-contact-said = 已保存联系方式：{ $contact }
incident-see = 查看异常 { $number }
