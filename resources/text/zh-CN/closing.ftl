# 结束考试：各考场未办事项、结束、核查作答数据。

closing-nothing = 还没有考务数据，没有可结束的考场。
closing-sub = 已结束 { $ended } / { $rooms } 个考场
closing-rooms = 本场次考场
closing-room = 考场
closing-state = 状态
closing-closure = 封闭结束
closing-open = 结束前的未办事项
closing-room-ended = 已登记结束
closing-not-started = 未登记开考
closing-ready = 无未办事项，可以结束
closing-blockers = { $blockers }
closing-ended-at = 结束时间
closing-who = 报告人
closing-end = { $count ->
    [0] 登记考场结束
   *[other] 登记 { $count } 个考场结束
    }
closing-end-chosen = 登记选中的 { $count } 个考场结束
closing-settle = 办理未办事项
closing-chosen = 只登记表中选中的考场。
closing-all = { $open ->
    [0] 所有无未办事项且封闭已结束的考场一并登记。
   *[other] 所有无未办事项且封闭已结束的考场一并登记；另有 { $open } 个考场有未办事项，在表中按回车去办理。
    }
closing-none-ready = 现在没有可以结束的考场：有未办事项，或者封闭还没有结束。
closing-ended = 已登记 { $count } 个考场结束
closing-people = 人员：编排 { $arranged } ＋ 调入 { $taken_in } － 调出 { $out } ＝ 实考 { $present } ＋ 缺考 { $absent } ＋ 未核对 { $awaited }{ $fits ->
    [yes] ，相符
   *[no] ，不符
    }
closing-answers = 作答数据：已回收 { $collected } ＋ 已核销 { $written_off } ＋ 未登录 { $never }{ $fits ->
    [yes] {" "}＝ 实考 { $present }，相符
   *[no] ，实考 { $present }，相差 { $missing }
    }
closing-check = 核查作答数据
closing-check-done = 作答数据已核查，接下来备份
closing-checked = 作答数据已于 { $time } 由两人核查。接下来备份并上传。
closing-room-called-off = 本场不在此考场举行
