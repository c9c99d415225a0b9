# 延时与补时页的补时部分：耽误的作答时间、补时的办理、补时登记。

extra-time-sub = 待补时 { $open } 人 · { $rooms } 个考场 · 已登记 { $given } 项
extra-time-minutes = { $count } 分钟
extra-time-count = { $count } 人

## 各考场

extra-time-rooms = 各考场耽误的作答时间
extra-time-no-rooms = 还没有考场开考。开考前的耽误按延时开考办理。
extra-time-room = 考场
extra-time-state = 状态
extra-time-proposed = 建议
extra-time-open = 待补
extra-time-given-room = 全考场已补
extra-time-ends = 结束
extra-time-state-on = 仍在耽误
extra-time-state-room = 建议全考场补时
extra-time-state-some = 部分人员待补时
extra-time-state-done = 已补足
extra-time-state-none = 没有耽误

## 人员

extra-time-for = 补时对象
extra-time-whole = 全考场
extra-time-single = 选定人员
extra-time-people-list = 本考场应试人员
extra-time-field = 应试人员
extra-time-field-hint = 输入或扫描准考证号、证件号码末四位、姓名
extra-time-nobody = 本场次没有“{ $text }”。与考场核对准考证号后重新输入。
extra-time-several = “{ $text }”在本场次有 { $count } 人，改用完整的准考证号。
extra-time-proposal = 建议全考场补 { $minutes } 分钟，{ $people } 人{ $without ->
    [0] 。
   *[other] ；另有 { $without } 人不同，不在其内。
    }
extra-time-proposal-on = 还没有恢复，建议的分钟数还会增加。
extra-time-gets = 补时
extra-time-in = 补
extra-time-out = 除外
extra-time-not = 未选
extra-time-seat = 机位
extra-time-ticket = 准考证号
extra-time-name = 姓名
extra-time-lost = 耽误
extra-time-given = 已补 + 待补
extra-time-given-of = { $given } + { $proposed }
extra-time-needs = 待补部分
extra-time-unhurt = 没有耽误
extra-time-need-now = 现在可给
extra-time-need-allowed = 已获授权，可给
extra-time-need-done = 已补足
extra-time-need-gone = 不再作答
extra-time-need = { $tier ->
    [responsible] 责任人同意 { $total }
    [head] 负责人同意 { $total }
    [ministry] 专用工具 { $total }
   *[other] 授权码 { $total }
    }{ $now ->
    [0] {""}
   *[other] {" "}· 先给 { $now }
    }
extra-time-loss-of = { $ticket } { $name }：{ $stretches }
extra-time-stretch = { $since } 发生，{ $until ->
    [none] 仍未恢复作答
   *[other] { $until } 恢复作答
    }{ $cause ->
    [none] {""}
   *[other] （{ $cause }）
    }
extra-time-ticked = 已选 { $count } 人。空格键选定或取消，回车键填分钟数。
extra-time-ticked-room = 补 { $count } 人，除外 { $without } 人。空格键改变，回车键填分钟数。
extra-time-person = { $seat ->
    [none] { $name }
   *[other] { $seat } { $name }
    }
extra-time-people = { $people }
extra-time-people-more = { $people }等 { $count } 人

## 办理

extra-time-give-title = 办理补时
extra-time-choose = 还没有选定人员。在名单中按空格键选定，或输入准考证号。
extra-time-minutes-field = 补时分钟数
extra-time-minutes-wrong = “{ $text }”不能用作补时分钟数。填 1 至 { $most } 的整数。
extra-time-differ = 选定的人耽误的时间不同，这里是其中最少的；其余部分再逐人办理。
extra-time-cause = 耽误的原因
extra-time-causes = 所依据的故障或异常
extra-time-since = 从（发生）
extra-time-until = 到（恢复作答）
extra-time-told-by = 报告人
extra-time-no-cause-short = 还没有登记
extra-time-no-cause = 没有登记过与本考场有关的故障或异常，补时没有依据。先登记异常，或到“故障”页登记故障。
extra-time-incident-kind = 异常类别
extra-time-report = 登记异常
extra-time-to-faults = 去“故障”页
extra-time-reported = 异常已登记：{ $kind }
extra-time-own-doing = 应试人员自己造成的耽误不补时。影响考试秩序的，登记异常。
extra-time-own-note = 是否违纪由监考人员另行认定。
extra-time-incident = 登记异常（严重影响考试秩序）

extra-time-meaning = 这样补时意味着
extra-time-who = 办理权限
extra-time-tier = { $tier ->
    [on_the_spot] 监考人员直接操作
    [responsible] 考务管理责任人同意
    [head] 评价机构负责人同意
    [province] 省级考试机构授权码
   *[other] 部考试中心专用工具
    } { $count } 人
extra-time-can = 现在可给
extra-time-means = { $limit ->
    [0] 已补 { $used } 分钟
   *[other] 已用 { $used }，考点可直接给到 { $limit }
    }{ $allowed ->
    [0] {""}
   *[other] ，已授权到 { $allowed }
    }：{ $tier ->
    [none] 现在可给 { $now } 分钟，累计 { $total } 分钟。
    [responsible] { $now ->
            [0] 现在不能再给，
           *[other] 现在可给 { $now } 分钟，
        }其余须考务管理责任人同意累计 { $total } 分钟。
    [head] { $now ->
            [0] 现在不能再给，
           *[other] 现在可给 { $now } 分钟，
        }其余须评价机构负责人同意累计 { $total } 分钟。
    [ministry] { $now ->
            [0] 现在不能再给，
           *[other] 现在可给 { $now } 分钟，
        }累计 { $total } 分钟超出省级权限，须用部考试中心专用工具。
   *[other] { $now ->
            [0] 现在不能再给，
           *[other] 现在可给 { $now } 分钟，
        }其余须有累计 { $total } 分钟的授权码。
    }
extra-time-alike = { $people }：{ $said }
extra-time-alike-more = 另有 { $count } 人各不相同，见名单。
extra-time-room-total = 补时将累计 { $total } 分钟。{ $said }
extra-time-room-beyond = 补时将累计 { $total } 分钟，超出省级权限，全考场不能再补；改为选定人员补时。
extra-time-beyond = 先超出的
extra-time-more = 多于耽误
extra-time-more-than = { $who }将累计补 { $total } 分钟，耽误的是 { $lost } 分钟。
extra-time-end = 结束时间
extra-time-moves = { $before } 改为 { $after }
extra-time-answers-until = 最晚作答到 { $time }
extra-time-next-session = 下一场次
extra-time-gap = 距下一场次开考还有 { $gap }{ $short ->
    [none] 。
   *[other] ，考前准备少 { $short }。
    }
extra-time-forced = 下一场次在本考场最早要晚 { $late } 开考，届时办理延时开考（{ $tier }）。
extra-time-bells = 考试信号
extra-time-no-bells = 统一的时间提醒和结束信号不适用于本考场。
extra-time-then = 届时仍在作答
extra-time-still = { $people }{ $count ->
    [0] 。
   *[other] ，其中 { $count } 人接着参加下一场次，不算迟到。
    }

extra-time-give = { $minutes ->
    [0] 办理补时
   *[other] 给 { $minutes } 分钟
    }
extra-time-give-each = 给现在可给的分钟
extra-time-gave = 已登记补时 { $minutes } 分钟
extra-time-gave-each = 已逐人登记现在可给的补时
extra-time-sure = { $who }将累计补 { $total } 分钟，耽误的是 { $lost } 分钟。核对无误才按此办理。
extra-time-sure-do = 仍按此补时
extra-time-apply = { $tier ->
    [responsible] 报考务管理责任人：累计 { $minutes } 分钟
    [head] 报评价机构负责人：累计 { $minutes } 分钟
    [ministry] 向部考试中心申请：累计 { $minutes } 分钟
   *[other] 申请授权码：累计 { $minutes } 分钟
    }
extra-time-applied = 补时申请已登记

## 申请与授权码

extra-time-asked = 申请 { $numbers }：累计 { $minutes } 分钟
extra-time-call = { $tier ->
    [responsible] 联系考务管理责任人
    [head] 联系评价机构负责人
    [ministry] 联系部考试中心
   *[other] 联系省级考试机构
    }
extra-time-read = 电话中念出
extra-time-read-out = 这里是 { $code } { $site }考点。{ $session }，第 { $room } 考场{ $people ->
    [0] 全体应试人员
   *[other] { $people } 名应试人员（准考证号 { $tickets }）
    }耽误了作答时间，非本人原因。事由：{ $causes }。现向{ $tier ->
    [responsible] 考务管理责任人
    [head] 评价机构负责人
    [ministry] 部考试中心
   *[other] 省级考试机构
    }申请补时，每人累计 { $minutes } 分钟（含已补的时间）。申请编号 { $number }。
extra-time-print = 打印申请
extra-time-code-for = 授权码用于
extra-time-code = 授权码
extra-time-code-person = { $ticket } { $name }
extra-time-code-minutes = 授权的累计分钟数
extra-time-opaque = 本次考试的授权码在考点无法核验，照电话中所说填写授权码和分钟数，由第二人一同确认。
extra-time-given-at = 给出时间
extra-time-heard-by = 接听人
extra-time-enter = 登记授权码
extra-time-enter-for = 登记授权码：{ $whom }
extra-time-entered-code = { $whom }：授权累计 { $minutes } 分钟
extra-time-came = { $time } 授权码，{ $whom }，累计 { $minutes } 分钟
extra-time-came-unverified = { $time } 授权码（未经核验），{ $whom }，累计 { $minutes } 分钟
extra-time-came-consent = { $time } { $tier }
extra-time-consent-do = { $tier ->
    [head] 登记评价机构负责人的同意
   *[other] 登记考务管理责任人的同意
    }

## 专用工具

extra-time-tool = 部考试中心专用工具
extra-time-tool-note = 累计超出省级权限的，用专用工具办理后在这里登记，只登记选定的人员。
extra-time-reference = 专用工具的办理编号
extra-time-reference-needed = 还没有填办理编号。
extra-time-tool-do = 登记专用工具的补时
extra-time-tool-recorded = 专用工具的补时已登记

## 补时登记

extra-time-ledger = 补时登记
extra-time-ledger-of = 登记范围
extra-time-ledger-session = 全场次
extra-time-ledger-none = 还没有补时登记。
extra-time-entered = 登记时间
extra-time-number = 编号
extra-time-whom = 对象
extra-time-minutes-given = 分钟
extra-time-stretch-lost = 耽误时间
extra-time-allowed-by = 权限
extra-time-from-until = { $since }–{ $until }
extra-time-whole-count = 全考场 { $count } 人
extra-time-back = 已撤回
extra-time-line-more = { $lost } · { $cause } · { $causes } · 报告人 { $by }{ $tool ->
    [none] {""}
   *[other] {" "}· 专用工具 { $tool }
    }
extra-time-line-back = {" "}· { $time } 撤回
extra-time-reason = 撤回原因
extra-time-take-back = 撤回这项补时
extra-time-taken-back = { $number } 已撤回，扣除 { $minutes } 分钟
extra-time-print-ledger = 打印补时登记表
