# 结束考试：各考场结束前逐项核对、结束、结束后的待补事项、结束当日考试。

end-state-unstarted = 未登记开考
end-state-open = 有待办事项
end-state-closure = 封闭未结束
end-state-ready = 可以结束
end-state-ended = 已登记结束
end-state-called-off = 本场不在此考场举行
room-order-room = 按考场号排列
room-order-due = 按办理先后排列
closing-step-go = 去办理
closing-step-collect = 登记作答数据已收齐
closing-step-by-hand = 登记已手动回收
closing-step-violations = 确认无其他违纪
closing-step-enter-result = 手工录入考场结果
closing-step-scratch-paper = 登记草稿纸清点
closing-step-check = 核查作答数据
closing-step-override = 由主考准予放行

closing-parts = 内容
closing-part-gate = 结束前核对
closing-part-debts = { $count ->
    [0] 待补事项
   *[other] 待补事项 { $count }
    }
closing-nothing = 还没有考务数据，没有可结束的考场。
closing-sub = 已结束 { $ended } / { $rooms } 个考场{ $ready ->
    [0] {""}
   *[other] ，{ $ready } 个可以结束
    }{ $open ->
    [0] {""}
   *[other] ，{ $open } 个有待办事项
    }
closing-rooms = 本场次考场
closing-order = 排列
closing-room = 考场
closing-state = 状态
closing-closure = 封闭结束
closing-open = 待办事项
closing-left = { $count } 项待办：{ $items }
closing-owes = { $count } 项待补：{ $items }

## 一并办理

closing-when = 考场报告的时间
closing-who = 报告人
closing-end = { $count ->
    [0] 登记考场结束
   *[other] 登记 { $count } 个考场结束
    }
closing-end-chosen = 登记选中的 { $count } 个考场结束
closing-violations = 确认 { $count } 个考场无其他违纪
closing-collected = 登记 { $count } 个考场作答数据已收齐
closing-chosen = 只办理表中选中的 { $count } 个考场。
closing-all-end = 没有待办事项、封闭已结束的考场一并登记结束，不等其他考场。
closing-all-violations = 除已登记的以外没有其他违纪的考场，一并确认；有违纪的先登记。
closing-all-collected = 考场在封闭结束后报的已交卷人数与应回收份数相同。向考场问明作答数据都已回收并通过校验后一并登记。
closing-all-none = 现在没有能一并办理的。在表中选一个考场，在旁边逐项办理。
closing-all-over = 各考场都已登记结束。
closing-none-ready = 现在没有可以结束的考场：有待办事项，或者封闭还没有结束。
closing-ended = 已登记 { $count } 个考场结束
closing-violations-said = 已确认 { $count } 个考场无其他违纪
closing-collected-said = 已登记 { $count } 个考场作答数据收齐

## 一个考场

closing-gate-of = 第 { $room } 考场的核对事项
closing-item = 核对事项
closing-stands = { $state }{ $count ->
    [0] {""}
   *[other] {" "}· { $count }
    }
closing-stands-let = 主考准予放行
closing-basis = 依据 { $clause }：{ $document } { $article }
closing-choose = 选中左边表中的一行，这里逐项列出要核对、要补办的事项。
closing-room-ready = 各项都已办妥，可以结束。
closing-room-closure = 各项都已办妥。封闭 { $time } 结束后才能发出结束考试指令。
closing-room-unstarted = 本考场本场次还没有登记开考。开考后在这里逐项核对。
closing-room-ended = 本考场已登记结束，没有待补事项。
closing-room-called-off = 本场次不在此考场举行，没有要核对的事项。
closing-to-start = 去登记开考
closing-end-room = 登记本考场结束
closing-ungated = 考场已先行结束
closing-person = { $name }，准考证号 { $ticket }{ $seat ->
    [none] {""}
   *[other] ，机位 { $seat }
    }
closing-people-more = 另有 { $count } 人

closing-is-settled = 已办妥。
closing-is-off = 本考点的规程或本考场的情况不要求这一项。
closing-is-let = 主考准予放行，原因：{ $reason }。印在考场情况记录单上。
closing-next-standalone = 单机考试的作答数据还没有全部回收并认定。由考场系统管理员到单机考试的机器上回收，作答机损坏的由主考核销。
closing-next-by-hand = 这些应试人员的作答数据没有传到监考机。由考场系统管理员到考试机上手动回收，通过校验后在这里登记。
closing-next-attendance = 缺考登记还没有核对。由监考人员逐个读出缺考人员，与本机核对后确认。
closing-next-violations = 由监考人员确认：除已登记的以外，本考场没有其他违纪。
closing-next-violations-signed = 有违纪记录没有办妥：缺纸质单编号，或者没有告知、签字。由监考人员当场办妥，在“违纪与异常”登记。
closing-next-submitted = 考场还没有报告人人都显示“交卷成功”。由监考人员逐个机位查看；交卷失败的重试，仍不成功的手动回收。
closing-next-answers = 考场还没有报告全部作答数据已回收并通过校验。由考场系统管理员回收、校验后报份数。
closing-next-result-differs = 考场结果与本机登记不一致。与考场逐人核对，本机有误的更正，考场有误的重新交来。
closing-next-pending-transfer = 这些应试人员调出后没有考场调入。由调出的考场说明去向。
closing-next-disputed = 两个考场都报告有这些应试人员。由主考确定在哪个考场。
closing-next-ledger = 编排、调入、调出与实考、缺考的人数不符。在考场页逐人查找。
closing-next-ratified = 主考在电话里同意的单机考试还没有本人签名。主考到场后补签。
closing-next-faults = 本考场还有没有恢复的故障，不妨碍结束。恢复后登记。
closing-next-ended-early = 考场没有等核对完就结束了，已登记为异常。其余各项照样逐项补办。
closing-next-result = 考场结果还没有取回，或者与本机登记不一致。由考场系统管理员交来结果文件；用其他考试系统的考场，由两人手工录入。
closing-next-record-printed = 考场情况记录单还没有打印，或者还没有确认打印完好。
closing-next-record-outdated = 打印之后又有新的登记，此前的考场情况记录单不再作数。重新打印，再由应签的人签字。
closing-next-record-signed = 考场情况记录单还没有签齐。打印完好的最新一份由应签的人都签字后，在“记录与打印”页的待签文件中登记。
closing-next-scratch-paper = 草稿纸还没有清点。由监考人员报发放和收回的张数，少了的说明原因。
closing-next-ended = 本场次还有考场没有登记结束。
closing-next-incidents = 有重大异常还没有报到应报的每一级。在“违纪与异常”登记报告；巡考不在考点或已越级报告的，登记不报某级。
closing-next-transfer-sheet = 应试人员跨考场调动单还没有打印，或者主考还没有签字。各考场都已结束、调动都已核实后打印，签字后在“记录与打印”登记。
closing-next-checked = 由两人确认本场次作答数据齐全无误，之后才能备份、上传。
closing-next-backup = 本场次还没有存到登记的存储介质的备份。由考点系统管理员在“备份、上传与移交”备份，考务办公室监督。
closing-next-room-backup = 本考场还没有当日全部场次结束后的备份。由考场系统管理员在考场端备份，交考点系统管理员在“备份、上传与移交”收取，考务办公室监督。
closing-next-paper-entered = 停机期间本考场可能有写在纸上的记录。照纸质记录补录，再由两人在“备份、上传与移交”确认。

## 表单

closing-form-violations = 第 { $room } 考场：违纪记录
closing-form-violations-note = 除已登记的以外没有其他违纪。
closing-form-violations-confirm = 确认无其他违纪
closing-form-collect = 第 { $room } 考场：作答数据
closing-form-collect-note = 未列出的人都已交卷成功，作答数据都已回收并通过校验。
closing-form-collect-confirm = 登记已收齐
closing-form-result = 第 { $room } 考场：手工录入考场结果
closing-form-result-note = 只用于交不出结果文件的考场，由两人录入、核对。作答数据按该考场系统的办法另行保管、上交。
closing-form-result-confirm = 录入考场结果
closing-count = 考场报告的回收份数
closing-never = 从未登录的人
closing-hand = 待手动回收的人
closing-named-hint = 准考证号、末三位或机位，没有的不填
closing-count-blank = 应回收 { $count } 份。填写考场报告的份数后核对。
closing-count-fits = 份数相符：应回收 { $count } 份。
closing-count-differs = 份数不符：考场报告 { $told } 份，应回收 { $count } 份。与考场再核对一次，没有回收的人列在上面。
closing-named-unknown = 应回收的人中没有“{ $words }”。与考场核对后重新输入。
closing-named-doubtful = “{ $words }”不止一人，改用完整的准考证号。
closing-form-hand = 第 { $room } 考场：手动回收
closing-form-hand-note = 作答数据已拷入监考机并通过校验。
closing-form-hand-who = 应试人员
closing-form-hand-confirm = 登记已手动回收
closing-form-hand-when = 回收时间
closing-form-scratch = 第 { $room } 考场：草稿纸
closing-scratch-out = 发放张数
closing-scratch-back = 收回张数
closing-scratch-why = 少收的原因
closing-scratch-why-none = 收齐，没有缺少
closing-form-scratch-when = 清点时间
closing-form-scratch-confirm = 登记草稿纸清点
closing-scratch-blank = 发放、收回的张数都要填写，没有发放的填 0。
closing-scratch-reason = 少收 { $count } 张，选择原因。
closing-form-override = 第 { $room } 考场：{ $item }
closing-form-override-note = 主考准予这一项不办妥就结束，原因印在考场情况记录单上，由主考本人在这里签名。
closing-form-override-why = 原因
closing-form-override-choose = 选择原因
closing-form-override-confirm = 准予放行
closing-form-end = 第 { $room } 考场：结束考试
closing-form-end-when = 发出结束考试指令的时间
closing-form-end-confirm = 登记考场结束
closing-form-ungated = 第 { $room } 考场：未经核对已结束
closing-form-ungated-note = 考场没有等核对完就发出了结束考试指令。登记后记为异常；下一场次可以在此考场开考，本场次的待办事项照样逐项补办。
closing-form-ungated-confirm = 登记考场已先行结束
closing-done-violations = 第 { $room } 考场已确认无其他违纪
closing-done-collect = 第 { $room } 考场作答数据已收齐
closing-done-result = 第 { $room } 考场的结果已手工录入
closing-done-hand = 已登记手动回收
closing-done-scratch = 第 { $room } 考场草稿纸已清点
closing-done-override = 第 { $room } 考场：主考已准予放行
closing-done-end = 第 { $room } 考场已登记结束
closing-done-ungated = 第 { $room } 考场已登记先行结束

## 待补事项、核查、结束当日考试

closing-debts = 当日待补事项
closing-debt-where = 考场
closing-debt-session = 场次
closing-debt-open = 待补
closing-debt-due = 期限
closing-whole-session = 整个场次
closing-going-on = 还有考场没有结束
closing-late = { $time } 已过
closing-no-debts = 当日没有待补事项。
closing-debts-sub = 当日待补 { $open } 项{ $late ->
    [0] {""}
   *[other] ，{ $late } 项已过期限
    }
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
closing-day-close = 结束当日考试
closing-day-note = 表中各项办妥后，由主考签名结束 { $day } 的考试。
closing-day-ready = { $day } 的待补事项都已办妥。由考点系统管理员办理，主考签名。
closing-day-closed = { $day } 的考试已于 { $time } 结束。
closing-day-done = { $day } 的考试已结束
