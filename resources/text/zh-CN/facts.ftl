# 日志里的句子：发生了什么。人只用代码，应试人员只用准考证号。

## 考点登记、编排、扫码校验

fact-site-enrolled = 本机登记为考点 { $site }（{ $mode }），考务锁 { $lock }{ $software_lock ->
    [yes] （软件锁）
   *[no] {""}
}，本机代号 { $machine }。
fact-package-taken-in = 导入考务数据第 { $edition } 版：{ $exam }，场次 { $sessions_count } 个，考场 { $rooms_count } 个，登记的锁具 { $locks_count } 把，规程为{ $rulebook }。
fact-room-arranged = { $session }第 { $room } 考场编排应试人员 { $places_count } 人。
fact-timestamp-recorded = 登记{ $source }的编排考场时间戳 { $text }{ $normalised ->
    [yes] ，其中的全角字符或首尾空格已改正
   *[no] {""}
}。
fact-scan-checked = 扫码校验{ $passed ->
    [yes] 通过
   *[no] 没有通过
}{ $typed ->
    [yes] ，码的内容由人工输入
   *[no] {""}
}。

## 考试授权、开考授权、放行、开考

fact-exam-authorized = 取得考试授权 { $serial }。
fact-start-authorization-received = 接收{ $session }的开考授权 { $serial }，留待验证。
fact-authorization-rejected = 拒收一份授权：{ $flaw }，文件摘要 { $document }。
fact-start-authorized = { $session }的开考授权 { $serial } 验证通过{ $late_minutes ->
    [0] {""}
   *[other] ，比最早可以办理的时间晚 { $late_minutes } 分钟
}。
fact-rooms-released = { $session }放行考场 { $rooms_count } 个：{ $rooms }；放行编号 { $serial }。
fact-room-started = { $session }第 { $room } 考场于 { $at } 发出开考指令，报告人 { $reported_by }。
fact-second-start-reported = { $session }第 { $room } 考场再次报告开考，所报时间 { $at }，仍以第一次开考指令为准，报告人 { $reported_by }。

## 监督操作

fact-supervision-opened = 开始监督操作 { $number }：{ $kind }，操作人 { $operator }，监督人 { $supervisor }{ $device ->
    [none] {""}
   *[other] ，使用 VPN 密钥 { $device }
}，限 { $closes_by } 前办完。
fact-supervision-closed = 监督操作 { $number } 于 { $at } 结束：{ $outcome }。

## 锁具

fact-lock-register-taken = 采用第 { $number } 号锁具登记表，登记的锁具 { $locks_count } 把。
fact-site-lock-replaced = 补发考务锁：{ $old } 换为 { $serial }{ $software ->
    [yes] （软件锁）
   *[no] {""}
}，随附第 { $number } 号锁具登记表。
fact-site-lock-out = 考务锁 { $serial } 没有应答：{ $reason }。
fact-site-lock-back = 考务锁 { $serial } 恢复应答。
fact-lock-issued = { $to } 领用锁具 { $serial }。
fact-lock-handed-over = { $before } 把锁具 { $serial } 移交给 { $to }。
fact-lock-returned = 锁具 { $serial } 归还。
fact-lock-reported-lost = 登记锁具 { $serial } 遗失或被他人使用，即时停用，发生于 { $happened_at }，报告人 { $reported_by }。
fact-lock-calibrated = 监考锁 { $serial } 于 { $at } 校时，考点机与它相差 { $offset_seconds } 秒（正数为考点机快），属监督操作 { $supervision }。
fact-lock-taken-into-use = 监考锁 { $serial } 于 { $at } 启用于第 { $room } 考场，由 { $holder } 领用，属监督操作 { $supervision }。

## 封场检测、验收、封存、启封

fact-sealed-room-tested = 封场检测于 { $happened_at } { $passed ->
    [yes] 通过
   *[no] 没有通过
}，报告人 { $reported_by }。
fact-site-accepted = 考点于 { $at } 验收{ $without_count ->
    [0] {""}
   *[other] ，第 { $without } 考场除外
}。
fact-equipment-was-sealed = 设备于 { $at } 封存，封条编号 { $number }，存放在{ $place }。
fact-equipment-unsealed = 设备于 { $at } 启封，封条编号相符，封条完好{ $reason ->
    [none] {""}
   *[other] ，启封原因是{ $reason }
}。
fact-seal-found-broken = 启封核对没有通过：{ $number ->
    [none] 封条编号读不出
   *[other] 封条编号为 { $number }
}，封条{ $intact ->
    [yes] 完好
   *[no] 不完好
}，记入异常 { $incident }。
fact-seal-decided = 封条的异常 { $incident } 于 { $at } 作出处理决定：{ $decision }。

## 人员、委托、PIN

fact-qualified = 登记 { $person } 的上岗资格：网上测试 { $test_on } 通过，实操演练 { $drill_on } 通过。
fact-avoidance-declared = { $person } 申报回避情况：{ $relations_count ->
    [0] 没有亲属在本考点应试
   *[other] 亲属的准考证号为 { $relations }
}。
fact-agreement-signed = { $person } 于 { $signed_on } 签订安全保密责任书。
fact-chief-delegated = 主考 { $chief } 凭委托书 { $paper } 委托副主考 { $deputy } 代行主考职责，自 { $since } 至 { $until }。
fact-delegation-ended = 主考收回对副主考 { $deputy } 的委托。
fact-wrong-pin-given = { $person ->
    [none] 有人于 { $at } 以名单中没有的人员代码登录，没有通过
    [recovery] 有人于 { $at } 输入密封口令找回 PIN，口令不正确
   *[other] 有人于 { $at } 以 { $person } 的代码登录，PIN 不正确
}。
fact-right-pin-given = { $person ->
    [recovery] 密封口令输入正确，错误次数重新计算
   *[other] { $person } 的 PIN 输入正确，错误次数重新计算
}。
fact-pin-changed = { $person } 更换了 PIN。
fact-pin-recovered = { $person } 的 PIN 凭两份密封口令、由另外两人在场找回，换成新的 PIN。

## 时间

fact-site-time-confirmed = 两人确认考点时间为 { $at }，{ $moved_seconds ->
    [0] 与原来一致
   *[other] 比原来改动 { $moved_seconds } 秒（正数为拨快）
}。
fact-system-clock-moved = 本机的系统时钟被改动 { $seconds } 秒（正数为拨快），考点时间和各项时限不变。

## 入场、缺考、更正

fact-checked-in = 准考证号 { $ticket } 于 { $at } 进入{ $session }第 { $room } 考场，{ $document ->
    [none] 证件未记录
   *[other] 出示{ $document }，{ $number }
}，报告人 { $reported_by }。
fact-late-refused = 准考证号 { $ticket } 于 { $came_at } 到达{ $session }第 { $room } 考场，已停止入场，没有入场，报告人 { $reported_by }。
fact-attendance-confirmed = { $session }第 { $room } 考场于 { $at } 核对实考人数：登记缺考 { $absent_count } 人，核对时补记实考 { $present_count } 人，报告人 { $reported_by }。
fact-attendance-corrected = 更正{ $session }第 { $room } 考场准考证号 { $ticket } 的登记：{ $present ->
    [yes] 缺考改为实考
   *[no] 实考改为缺考
}，原因是{ $reason }，情况发生于 { $at }，报告人 { $reported_by }。

## 异常、故障

fact-incident-opened = 登记异常 { $number }：{ $kind }，{ $session ->
    [none] 不属于某一场次
   *[other] { $session }
}，{ $room ->
    [none] 不限于某一考场
   *[other] 第 { $room } 考场
}，发生于 { $happened_at }{ $found_at ->
    [none] {""}
   *[other] ，发现于 { $found_at }
}，报告人 { $reported_by }。
fact-incident-closed = 异常 { $number } 于 { $closed_at } 处理完毕。
fact-fault-reported = 登记故障 { $number }：{ $kind }，{ $session ->
    [none] 不属于某一场次
   *[other] { $session }
}，{ $room ->
    [none] 不限于某一考场
   *[other] 第 { $room } 考场
}{ $seats_count ->
    [0] {""}
   *[other] ，{ $seats } 号机位
}，发生于 { $happened_at }，报告人 { $reported_by }。
fact-fault-restored = 故障 { $number } 于 { $restored_at } 恢复正常。

## 考场报告、考场结果、结束考试

fact-room-reported = { $session }第 { $room } 考场于 { $at } 报告：实考 { $present } 人，缺考 { $absent } 人，已登录 { $logged_in } 人，已交卷 { $submitted } 人{ $free_seats ->
    [none] {""}
   *[other] ，空闲机位 { $free_seats } 个
}，报告人 { $reported_by }。
fact-room-result-kept = 取回{ $session }第 { $room } 考场的考场结果第 { $version } 版（监考锁 { $lock }）：作答数据已回收 { $collected_count } 人，未登录 { $never_logged_in_count } 人，与本机登记不一致 { $differences_count } 人{ $reason ->
    [none] {""}
   *[other] ，再次取回的原因是{ $reason }
}。
fact-answers-written-off = 核销{ $session }第 { $room } 考场准考证号 { $ticket } 的作答数据，依据异常 { $incident }。
fact-room-ended = { $session }第 { $room } 考场于 { $at } 结束考试，报告人 { $reported_by }。
fact-answers-checked = { $session }的作答数据于 { $at } 核查完毕。

## 记录、备份、上传

fact-record-kept = 留存{ $session }第 { $room } 考场的{ $form }第 { $copy } 份{ $reason ->
    [none] {""}
   *[other] ，补印原因是{ $reason }
}。
fact-record-came-out = { $session }第 { $room } 考场的{ $form }第 { $copy } 份{ $came_out ->
    [yes] 打印完整
   *[no] 没有打印完整
}。
fact-backup-verified = { $session }的备份 { $name } 已写出，读回核对一致：{ $size } 字节，含日志 { $entries } 条，{ $medium ->
    [none] 没有存到登记的存储介质
   *[other] 存储介质 { $medium }
}{ $supervised ->
    [yes] ，有人监督
   *[no] ，没有人监督
}。
fact-upload-confirmed = 收到备份 { $backup } 的上传回执 { $serial }。

## 值守、交接班

fact-desk-taken = { $role } { $person } 开始值守本机，{ $before ->
    [none] 此前无人值守
   *[other] 此前由 { $before } 值守，{ $handed_over ->
        [yes] 已当面交班
       *[no] 没有办理交班
    }
}。
fact-desk-left = { $person } 结束值守，本机暂时无人值守。

fact-site-sheet-kept = 留存{ $form }（{ $subject }）第 { $copy } 份{ $reason ->
    [none] {""}
   *[other] ，补印原因是{ $reason }
}。
fact-site-sheet-came-out = { $form }（{ $subject }）第 { $copy } 份{ $came_out ->
    [yes] 打印完整
   *[no] 没有打印完整
}。

## 机位、登录、重置

fact-seat-given = { $session }第 { $room } 考场准考证号 { $ticket } 于 { $at } 安排在 { $seat } 号机位（{ $means }）{ $redraw ->
    [none] {""}
   *[other] ，重新安排的原因是{ $redraw }
}，报告人 { $reported_by }。
fact-slips-prepared = 抽定{ $session }第 { $room } 考场的机位签 { $seats_count } 张{ $seats_count ->
    [0] {""}
   *[other] ：{ $seats } 号机位
}。
fact-room-kept = 准考证号 { $ticket } 在{ $session }沿用上一场次的第 { $room } 考场，原编排在第 { $origin } 考场，调动编号 { $number }，于 { $at } 确定。
fact-logged-in = 准考证号 { $ticket } 于 { $at } 在{ $session }第 { $room } 考场 { $seat } 号机位登录，报告人 { $reported_by }。
fact-candidate-reset = { $session }第 { $room } 考场准考证号 { $ticket } 于 { $at } 重置，原因是{ $cause }{ $seat_from ->
    [none] {""}
   *[other] ，原在 { $seat_from } 号机位
}，待在 { $seat_to } 号机位重新登录，报告人 { $reported_by }。
fact-reset-failed = { $session }第 { $room } 考场准考证号 { $ticket } 重置后于 { $at } 重新登录，没有成功，报告人 { $reported_by }。
fact-spare-served = 第 { $room } 考场于 { $at } { $in_service ->
    [yes] 启用
   *[no] 停用
}备用机位 { $seats_count } 个{ $seats_count ->
    [0] {""}
   *[other] ：{ $seats }
}，报告人 { $reported_by }。

## 调动、备用考场

fact-transferred-out = 准考证号 { $ticket } 于 { $at } 从{ $session }第 { $room } 考场调出，调动编号 { $number }{ $incident ->
    [none] {""}
   *[other] ，依据异常 { $incident }
}，报告人 { $reported_by }。
fact-transferred-in = 准考证号 { $ticket } 于 { $at } 调入{ $session }第 { $room } 考场，由第 { $origin } 考场调出，调动编号 { $number }，报告人 { $reported_by }。
fact-transfer-cancelled = 取消准考证号 { $ticket } 从{ $session }第 { $room } 考场的调出，本人于 { $at } 回到该考场，原因是{ $reason }，调动编号 { $number }，报告人 { $reported_by }。
fact-transfer-disputed = { $session }第 { $room } 考场于 { $at } 报告调入准考证号 { $ticket }，而本机登记此人在第 { $origin } 考场，待主考确定，报告人 { $reported_by }。
fact-transfer-settled = 核实准考证号 { $ticket } 从{ $session }第 { $room } 考场的调出：{ $outcome }{ $into ->
    [none] {""}
   *[other] （第 { $into } 考场）
}，时间 { $at }，依据是{ $found }{ $late ->
    [yes] ，核实时已过该考场的考试时间
   *[no] {""}
}，调动编号 { $number }，报告人 { $reported_by }。
fact-dispute-decided = 主考于 { $at } 确定准考证号 { $ticket } 在{ $session }第 { $room } 考场，本机此前登记在第 { $origin } 考场。
fact-standby-room-opened = { $session }于 { $at } 启用备用考场第 { $room } 考场，依据异常 { $incident }。
fact-room-moved = { $session }第 { $room } 考场于 { $at } 整场转到备用考场第 { $to } 考场，应试人员 { $numbers_count } 人，机位重新安排，依据异常 { $incident }，报告人 { $reported_by }。

## 身份核验、疑似替考

fact-held-at-door = 准考证号 { $ticket } 于 { $at } 到达{ $session }第 { $room } 考场，在门口等候核验，原因是{ $cause }，报告人 { $reported_by }。
fact-held-admitted = 准考证号 { $ticket } 于 { $came_at } 到达{ $session }第 { $room } 考场并等候核验（{ $cause }），于 { $at } 准予入场：{ $ground }，{ $document ->
    [none] 没有出示证件
   *[other] 出示{ $document }
}，报告人 { $reported_by }。
fact-held-refused = 准考证号 { $ticket } 于 { $came_at } 到达{ $session }第 { $room } 考场并等候核验（{ $cause }），于 { $at } 决定不予入场，报告人 { $reported_by }。
fact-impostor-suspected = { $session }第 { $room } 考场准考证号 { $ticket } 疑似替考，于 { $at } { $at_door ->
    [yes] 在门口发现，没有入场
   *[no] 入场后发现
}，记入异常 { $incident }，报告人 { $reported_by }。
fact-impostor-step-noted = { $session }第 { $room } 考场准考证号 { $ticket } 疑似替考的处理：{ $step }，时间 { $at }，报告人 { $reported_by }。
fact-suspicion-cleared = 主考于 { $at } 查明{ $session }第 { $room } 考场准考证号 { $ticket } 是本人，撤销疑似替考的登记（异常 { $incident }）。
fact-second-check-done = { $session }第 { $room } 考场于 { $at } 完成开考后的复核，准考证、身份证件、本人和机位逐人核对，报告人 { $reported_by }。

## 放弃、离开、考试信号

fact-gave-up = { $session }第 { $room } 考场准考证号 { $ticket } 于 { $at } 放弃考试，报告人 { $reported_by }。
fact-candidate-left = 准考证号 { $ticket } 于 { $at } 离开{ $session }第 { $room } 考场{ $cause ->
    [none] {""}
   *[other] ，原因是{ $cause }
}，报告人 { $reported_by }。
fact-bell-rung = { $session }的{ $bell }于 { $at } 发出，报告人 { $reported_by }。
fact-room-reminded = { $session }第 { $room } 考场于 { $at } 提醒剩余时间，报告人 { $reported_by }。

## 考试机、监考机、故障处理

fact-machines-listed = 登记第 { $room } 考场的考试机清单，共 { $machines_count } 台。
fact-machine-swapped = 第 { $room } 考场的监考机于 { $at } 由 { $old } 更换为 { $new }，原因是{ $reason }；新的监考机{ $checked ->
    [yes] 已通过检测
   *[no] 没有检测
}，考场数据{ $restored ->
    [yes] 已恢复
   *[no] 没有恢复
}，{ $lock ->
    [none] 没有启用的监考锁
   *[other] 沿用监考锁 { $lock }
}，报告人 { $reported_by }。
fact-help-sent = { $helper } 于 { $at } 前往处理故障 { $number }。

## 延时开考、补时

fact-delay-applied-for = 申请 { $number }：{ $session }考场 { $rooms_count } 个（{ $rooms }）延时开考，最多晚 { $minutes } 分钟（{ $tier }），事由 { $causes }，提出于 { $at }。
fact-consent-given = 申请 { $application } 于 { $given_at } 得到{ $authority }（{ $means }），接洽人 { $told_to }。
fact-code-entered = 申请 { $application }：录入{ $purpose }{ $subject ->
    [none] {""}
   *[other] （{ $subject }）
}的授权码，上限 { $minutes } 分钟，{ $verified ->
    [yes] 本机核验通过
   *[no] 本机不能核验
}，于 { $given_at } 给出，接听人 { $heard_by }。
fact-wrong-code-typed = 申请 { $application }：于 { $at } 录入{ $purpose }{ $subject ->
    [none] {""}
   *[other] （{ $subject }）
}的授权码，没有通过：{ $answer }。
fact-directive-taken = 申请 { $application }：接收部考试中心于 { $issued_at } 作出的处理意见 { $serial }，考场 { $rooms_count } 个（{ $rooms }）{ $outcome }{ $until ->
    [none] {""}
   *[other] ，有效期到 { $until }
}。
fact-start-was-late = { $session }第 { $room } 考场比统一开考时间晚 { $minutes ->
    [0] {""}
   *[other] { $minutes } 分{" "}
}{ $seconds } 秒开考（{ $tier }），依据申请 { $application }（{ $by }）{ $entered_late ->
    [yes] ，开考之后才登记
   *[no] {""}
}。
fact-start-not-covered = { $session }第 { $room } 考场所报的开考时间 { $at } 属延时开考（{ $tier }），当时没有登记相应的准许，这次开考不算，报告人 { $reported_by }。
fact-extra-time-applied-for = 申请 { $number }：{ $session }第 { $room } 考场{ $tickets_count ->
    [0] 全考场
   *[other] 准考证号 { $tickets }{" "}
}补时，累计到 { $minutes } 分钟（{ $tier }），事由 { $causes }，提出于 { $at }。
fact-extra-time-given = 补时 { $number }：{ $session }第 { $room } 考场{ $moved ->
    [none] 准考证号 { $tickets }{" "}
   *[other] 全考场应试人员 { $tickets_count } 人
}{ $tickets_count ->
    [1] 补
   *[other] 各补
} { $minutes } 分钟（{ $tier }）{ $tool ->
    [none] {""}
   *[other] ，用部考试中心的专用工具办理，编号 { $tool }
}；{ $loss }{ $moved ->
    [none] {""}
   *[other] ；第 { $moved } 考场的结束时间推后同样的分钟数{ $door ->
        [yes] ，停止入场的时间也推后
       *[no] {""}
    }
}。
fact-extra-time-taken-back = 撤回{ $session }的补时 { $number }，原因是{ $reason }，撤回于 { $at }。

## 单机考试

fact-standalone-consented = { $by } 于 { $given_at } 同意{ $session }第 { $room } 考场准考证号 { $ticket } 单机考试{ $by_phone ->
    [yes] （电话同意，待本人签名确认）
   *[no] {""}
}，已知没有同步备份，原因是{ $ground }，事由 { $causes }，报告人 { $reported_by }。
fact-consent-ratified = { $by } 于 { $at } 签名确认此前电话同意的单机考试，{ $session }准考证号 { $ticket }。
fact-standalone-exported = { $session }第 { $room } 考场准考证号 { $ticket } 的第 { $number } 份单机考试作答包于 { $issued_at } 导出（{ $custody }），剩余作答时间 { $minutes } 分 { $seconds } 秒，机器 { $machine } 在第 { $host } 考场{ $place ->
    [none] {""}
   *[other] {" "}{ $place } 号机位
}，由 { $watched_by } 在场监看，存储介质 { $medium }{ $voids ->
    [none] {""}
   *[other] ；前一份作废，原因是{ $voids }
}。
fact-standalone-withdrawn = { $session }第 { $room } 考场准考证号 { $ticket } 没有使用的单机考试作答包于 { $at } 收回作废，本人回到考试机继续考试，报告人 { $reported_by }。
fact-standalone-logged-in = { $session }第 { $room } 考场准考证号 { $ticket } 于 { $at } 以第 { $number } 份单机考试作答包登录，继续作答，报告人 { $reported_by }。
fact-interim-copy-made = { $session }准考证号 { $ticket } 第 { $number } 份单机考试作答包的中间副本于 { $at } 留存，不作为交卷，报告人 { $reported_by }。
fact-voucher-issued = { $session }准考证号 { $ticket } 第 { $number } 份单机考试作答包的补时凭证于 { $at } 签发，导出以后共补 { $minutes } 分钟。
fact-standalone-returned = 收到{ $session }第 { $room } 考场准考证号 { $ticket } 第 { $number } 份单机考试作答包的{ $final ->
    [yes] 作答数据
   *[no] 中间副本
}：{ $opened_at } 打开，{ $closed_at } { $final ->
    [yes] 交卷
   *[no] 留存
}{ $questions ->
    [0] {""}
   *[other] ，用时 { $minutes } 分 { $seconds } 秒，{ $questions } 题中作答 { $answered } 题
}，文件摘要 { $file }{ $flaws_count ->
    [0] {""}
   *[other] ；暂不计入，待主考决定：{ $flaws }
}。
fact-return-decided = 主考于 { $at } 决定，{ $session }第 { $room } 考场准考证号 { $ticket } 的作答数据以摘要为 { $file } 的文件为准{ $incident ->
    [none] {""}
   *[other] ，依据异常 { $incident }
}，其余留存。
fact-medium-registered = 登记存储介质 { $label }，编号 { $serial }（{ $read ->
    [yes] 由本机读取
   *[no] 照标签填写
}），由 { $custodian } 保管。

## 作答数据回收、结束前核对、结束当日考试

fact-answers-confirmed = { $session }第 { $room } 考场于 { $at } 报告：作答数据已回收并通过校验 { $collected_count } 人，未登录 { $never_count } 人，待手动回收 { $by_hand_count } 人{ $by_hand_count ->
    [0] {""}
   *[other] （准考证号 { $by_hand }）
}，报告人 { $reported_by }。
fact-collected-by-hand = { $session }第 { $room } 考场准考证号 { $ticket } 的作答数据于 { $at } 手动回收，通过校验，报告人 { $reported_by }。
fact-room-result-entered = 两人手工录入{ $session }第 { $room } 考场的考场结果第 { $version } 版，没有文件：作答数据已回收 { $collected_count } 人，未登录 { $never_count } 人，时间 { $at }，报告人 { $reported_by }。
fact-damaged-result-came = { $session }第 { $room } 考场于 { $at } 送来的作答数据文件没有通过校验{ $ticket ->
    [none] {""}
   *[other] （准考证号 { $ticket }）
}，文件摘要 { $file }，须重新回收。
fact-violations-confirmed = { $session }第 { $room } 考场于 { $at } 核对违纪记录，除已登记的外没有遗漏，报告人 { $reported_by }。
fact-scratch-paper-counted = { $session }第 { $room } 考场于 { $at } 清点草稿纸：发放 { $handed_out } 张，收回 { $returned } 张{ $note ->
    [none] {""}
   *[other] ，差额的原因是{ $note }
}，报告人 { $reported_by }。
fact-ungated-end-reported = { $session }第 { $room } 考场于 { $at } 未经核对即结束考试，事后报告，记入异常 { $incident }，报告人 { $reported_by }。
fact-check-overridden = 主考于 { $at } 准予{ $session }第 { $room } 考场“{ $check }”一项未办妥而通过，原因是{ $reason }。
fact-record-signed = { $session }第 { $room } 考场的{ $form }第 { $copy } 份于 { $at } 签字齐全。
fact-day-closed = { $day } 的考试于 { $at } 全部办结。
