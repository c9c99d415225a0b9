### 考前准备：开考准备总览、准备事项、测试与封闭考场

readiness-parts = 考前准备的内容
readiness-part-board = 准备总览
readiness-part-items = 准备事项
readiness-part-tests = 测试与封闭考场
readiness-part-runbook = 流程
readiness-sub = 首个考试日 { $day }{ $left ->
    [0] {""}
    *[other] ，还有 { $left } 天
}
readiness-no-day = 还没有编排数据，导入考务数据后显示各考场的准备情况。
readiness-basis = 依据 { $clause }，{ $document }{ $article }
readiness-go-part = 去“{ $part }”办理
readiness-choose = 请选择

## 准备总览

readiness-board = 各考场的准备情况
readiness-site = 考点
readiness-filter = 显示范围
readiness-all = 全部
readiness-only-open = 只看未就绪的 { $count } 项
readiness-all-clear = 没有未就绪的项目。
readiness-count = { $answer } { $count }
readiness-cell = { $place }，{ $gate }：{ $answer }
readiness-cell-title = { $place } · { $gate }
readiness-board-asked = 这一项已经就绪。
readiness-board-not = 规程或考场没有这一项要求。
readiness-detail = 选中的项目
readiness-detail-none = 在表中选一项，查看原因和办理的地方。
readiness-report = 打印准备情况报告

## 主考签署

readiness-signed-title = 主考决定
readiness-sign = 签署决定
readiness-signed = { $person } 于 { $at } 签署 { $day } 的准备总览：{ $decision }。{ $open ->
    [0] 当时全部就绪。
    *[other] 当时有 { $open } 项未就绪。
}
readiness-signed-reason = 理由：{ $reason }
readiness-signed-erased = 文字已经清除。
readiness-signed-then = { $state ->
    [unsigned] { $open ->
        [0] 全部就绪，由主考签署。
        *[other] 还有 { $open } 项未就绪。由主考决定是否开考，写明理由后签署。
    }
    [signed] { $open ->
        [0] 现在全部就绪。
        *[other] 现在未就绪的 { $open } 项，签署时主考都已知悉。
    }
    *[changed] 签署之后又有项目未就绪，或者签署的是另一天。由主考重新签署。
}
readiness-sign-title = 签署 { $day } 的准备总览
readiness-sign-open = 还有 { $count } 项未就绪，须写明理由。由主考以本人身份登录签署。
readiness-sign-clear = 全部就绪。由主考以本人身份登录签署。
readiness-decision = 决定
readiness-choose-first = 先选择决定。
readiness-reason = 理由
readiness-reason-hint = 未就绪的各项怎样处理，为什么同意开考或者暂不开考
readiness-signed-said = 主考决定已签署

## 准备事项

readiness-column-item = 事项
readiness-column-state = 状态
readiness-column-due = 期限
readiness-column-seen = 查看
readiness-advised = { $item }（建议）
readiness-advice = 建议事项，不作为考点的问题。
readiness-items-none = 没有这类事项。
readiness-filter-count = { $filter } { $count }
readiness-due-late = { $day }，已过期限
readiness-seen = { $time } { $person }
readiness-stand-rooms = { $stand } { $seen }/{ $of } 个考场
readiness-fact-rooms = 考场
readiness-rooms-seen = 共 { $of } 个，已查看 { $seen } 个
readiness-rooms-many = { $rooms } 等 { $count } 个
readiness-fact-faulty = 有问题
readiness-fact-left = 未查看
readiness-fact-old = 须再查
readiness-fact-holds = 有效时间
readiness-holds = 首场考试开始前 { $hours } 小时内
readiness-fact-state = 最近结果
readiness-evidence = 情况说明
readiness-source = 出处：{ $source }
source-article = 第 { $number } 条
source-paragraph = 第 { $number } 段
readiness-enter = 登记结果
readiness-found = 结果
readiness-evidence-needed = 写明是谁或者是什么：姓名和电话、文号、车牌、日期、误差
readiness-evidence-hint = 可以写明人员、编号、日期；有问题的写明情况
readiness-evidence-first = 这一事项要写明是谁或者是什么。
readiness-evidence-fault = 写明有什么问题。
readiness-seen-at = 查看时间
readiness-seen-by = 查看人
readiness-entered = “{ $item }”已登记

## 选考场、时间

readiness-rooms = 考场
readiness-all-but = 全部考场，以下除外
readiness-only = 只限以下考场
readiness-rooms-hint = 如 003 005-007，没有的留空
readiness-rooms-typed = { $field }编号
readiness-rooms-count = 共 { $count } 个考场，可选 { $all } 个
readiness-rooms-strange = 这里没有“{ $word }”考场。
readiness-rooms-which = 填写考场编号。
readiness-rooms-none = 没有剩下的考场。
readiness-day = 日期

## 测试与封闭考场

readiness-column-room = 考场
readiness-column-test = 模拟测试
readiness-column-full = 满负荷测试
readiness-column-door = 封闭考场
readiness-standby = { $room }（备用）
readiness-no-rooms = 还没有考场
readiness-tests-sub = { $of ->
    [0] 规程没有要求模拟测试
    *[other] 模拟测试已通过 { $good } 个考场，共 { $of } 个
}；已封闭 { $shut } 个考场，共 { $rooms } 个
readiness-untested = 未登记
readiness-tested = { $result ->
    [passed] 通过
    [short] 机位不全
    *[failed] 未通过
} { $time }{ $count ->
    [1] {""}
    *[other] ，第 { $count } 次
}
readiness-tested-by = { $result ->
    [passed] 通过
    *[failed] 未通过
}，{ $seats } 个机位，{ $time }，{ $person }，共测试 { $count } 次
readiness-door-seal = { $stand }，封条 { $seal }
readiness-fact-seats = 可用机位
readiness-fact-seal = 封条编号
readiness-fact-closed = 封闭时间
readiness-fact-disturbed = 有人动过机器
readiness-fact-opened = 开启时间
readiness-do-test = 登记模拟测试
readiness-do-full = 登记满负荷测试
readiness-do-close = 登记封闭考场
readiness-do-open = 登记开启考场
readiness-to-sealed = 去登记封场检测和验收
readiness-sealed-where = 封场检测和验收在“锁与授权”页登记。
readiness-told-by = 报告人
readiness-test-note = 所选考场都通过，未通过的另外填写。以最近一次结果为准，以前的结果留在日志里。
readiness-full-note = 只用于云机房的考场，全部机位同时测试才算满负荷。
readiness-test-failed = 未通过的考场
readiness-test-seats = 只测试了部分机位的考场
readiness-test-seats-hint = 如 003=28 005=30，其他考场为全部机位
readiness-test-at = 测试时间
readiness-test-do = 登记测试结果
readiness-test-strange = “{ $word }”不是所选的考场。
readiness-test-seats-strange = “{ $word }”读不懂，按“考场=机位数”填写。
readiness-test-said = { $kind }已登记：{ $count } 个考场{ $failed ->
    [0] 全部通过
    *[other] ，其中 { $failed } 个未通过
}
readiness-close-title = 封闭考场
readiness-close-note = 准备就绪后，由两人封闭考场，每个考场用各自编号的封条。
readiness-seal-by = 封条编号
readiness-seal-prefix = 前缀加考场编号
readiness-seal-row = 按考场顺序逐个填写
readiness-seals = 前缀或编号
readiness-seals-hint = 前缀如 21-，编号如 0101 0102 0103
readiness-seals-each = 共 { $count } 个考场，每个一张封条。
readiness-seal-of = { $room } 用 { $seal }
readiness-seals-preview = 将登记 { $count } 张封条：{ $first }
readiness-seals-wrong = 要有 { $count } 个封条编号，每个考场一个。
readiness-closed-at = 封闭时间
readiness-closed-by = 封闭人
readiness-close-said = 已登记封闭 { $count } 个考场
readiness-open-title = 开启考场
readiness-open-note = 考试日开启的不用写原因。考试日之前开启，或者封条不完好的，须另一人核验。
readiness-intact = 封条
readiness-intact-yes = 完好，编号相符
readiness-intact-no = 破损或者编号不符
readiness-intact-first = 先选择封条是否完好。
readiness-opening-reason = 提前开启的原因
readiness-opening-none = 考试日开启
readiness-opened-at = 开启时间
readiness-opened-by = 开启人
readiness-open-said = 已登记开启 { $count } 个考场

## 验收时除外的考场（锁与授权页）

readiness-accept-untested = 有 { $count } 个考场没有通过模拟测试：{ $rooms }。
readiness-accept-tests = 去登记模拟测试
readiness-accept-without = 验收不包括这些考场，应试人员安排到其他考场
readiness-accept-left-out = 验收不包括的考场：{ $rooms }。

## 事项的状态、筛选，考场门的状态

item-stand-faulty = 有问题
item-stand-open = 未查看
item-stand-partly = 已查看部分
item-stand-old = 须再查
item-stand-done = 已办妥
item-stand-none-here = 没有这一项
item-filter-all = 全部
item-filter-open = 待办
item-filter-week = 考前一周
item-filter-eve = 考前一天
item-filter-advice = 建议
door-stand-never = 未封闭
door-stand-closed = 已封闭
door-stand-disturbed = 封闭后有人动过机器
door-stand-opened = 已开启
