# 调动：考场满员后调出、调入，未调入人员的核实处理，各考场机位与预计。

transfers-nothing = 还没有考务数据，没有可登记的调动。
transfers-sub = 开放 { $rooms } 个考场 · 空余机位 { $free } 个{ $over ->
    [0] {""}
   *[other] {" "}· 溢出 { $over } 人
    }
transfers-ticket = 准考证号
transfers-name = 姓名
transfers-from = 调出考场
transfers-out-at = 调出时间
transfers-since = 已等候
transfers-state = 状态
transfers-room = 考场
transfers-minutes = { $count } 分钟
press-under-way = 待调入
press-near-end = 临近结束，须核实处理
press-overdue = 已过考试结束时间，尚未核实

## 待调入

transfers-pending = 待调入人员
transfers-pending-count = 待调入 { $count } 人
transfers-nobody = 没有调出后尚未调入的应试人员。
transfers-steps = 办理事项
transfers-take-in = 登记调入
transfers-call-back = 取消调出
transfers-settle = 核实处理
transfers-into = 接收考场
transfers-receiver = { $number } · 第 { $room } 考场 · 空余 { $places }{ $floors ->
    [none] {" "}· 另一栋楼
    [0] {" "}· 同楼层
   *[other] {" "}· 同楼，隔 { $floors } 层
    }
transfers-take-in-do = 登记调入第 { $room } 考场
transfers-take-in-hint = 接收考场按同楼、楼层远近、空余机位排列；在名单中按数字键选择考场。
transfers-no-receiver = 其他考场都没有空余机位。
transfers-taken-in = { $name }已调入第 { $room } 考场
transfers-reason = 取消原因
transfers-call-back-do = 取消调出，回第 { $room } 考场
transfers-called-back = { $name }已取消调出，回第 { $room } 考场
transfers-outcome = 核实结果
transfers-sat-in = 所在考场
transfers-found = 核实依据
transfers-settle-do = 登记核实结果
transfers-settle-by = 由调出的第 { $room } 考场在考试结束（{ $time }）前核实；逾期登记的记为异常情况。
transfers-settled-one = { $name }：{ $outcome }
transfers-when = 发生时间
transfers-who = 报告人

transfers-escort = 打印引导单
transfers-escort-where = 引导单的去处
transfers-escort-sent = 引导单已送往 { $where }

## 登记调出

transfers-out = 登记调出
transfers-out-sub = 考场已满后到场、没有机位的应试人员，先在本考场登记入场，再登记调出；已登录的人员不调出。
transfers-out-fixed = 机位固定的考点，只有机位不足时由主考同意，依据已登记的异常情况调出；已登录的人员不调出。
transfers-overflowing = 没有机位的人员
transfers-came-at = 入场时间
transfers-field = 应试人员或调动凭证
transfers-field-hint = 输入或扫描准考证号、姓名；也可扫描、粘贴考场的调动凭证
transfers-incident = 主考同意所依据的异常情况
transfers-incident-line = { $number } { $kind }
transfers-out-do = 登记调出
transfers-out-one = 登记调出 { $name }
transfers-out-whom = 还没有选定应试人员。输入准考证号，或在名单中选择。
transfers-nobody-found = 本场次没有“{ $text }”。与考场核对准考证号后重新输入。
transfers-several = “{ $text }”在本场次有 { $count } 人，改用完整的准考证号。
transfers-sent-on = { $name }已登记调出
transfers-token-choose = 选择凭证文件
transfers-token-kind = 调动凭证
transfers-token-taken = 第 { $room } 考场的调动凭证已收取

## 需要决定的事项

transfers-full = 各考场都没有空余机位，还有应试人员没有机位。由考点系统管理员报告主考，按下面的办法安排。
transfers-full-else = 启用备用考场由主考签名，没有相应异常情况的同时登记；机位仍然不够的，由主考决定使用单机考试。
transfers-full-nothing = 没有备用考场和备用机位可以启用，由主考决定使用单机考试。
transfers-release = 放行已启用的第 { $room } 考场
transfers-standby = 启用备用考场（第 { $room } 考场）
transfers-standby-opened = 第 { $room } 考场已启用，放行后即可调入
transfers-spares = 启用第 { $room } 考场 { $count } 个备用机位
transfers-spares-served = 第 { $room } 考场已启用 { $count } 个备用机位
transfers-disputed = { $name }（{ $ticket }）登记在第 { $room } 考场，第 { $other } 考场也报告已经调入。
transfers-disputed-who = 由主考核实本人实际在哪个考场。
transfers-disputed-more = 由主考核实本人实际在哪个考场。另有 { $count } 人待决定。
transfers-decide = 在第 { $room } 考场
transfers-decided = { $name }：主考决定在第 { $room } 考场

## 各考场机位

transfers-rooms = 各考场机位
transfers-present = 实考 / 机位
transfers-awaited = 待入场
transfers-places = 空余
transfers-went = 调出 + 待调入
transfers-came = 调入
transfers-forecast = 预计调出
transfers-room-line = { $room } · { $building } { $floor } 层
transfers-went-count = { $out }（另 { $pending } 人待调入）
transfers-forecast-all = 约 { $count } 人
transfers-forecast-at = { $time } 起，约 { $count } 人
fill-closed = 未开放
fill-free = 空余
fill-full = 已满
fill-overflowing = 溢出

## 已办结

transfers-settled = 已办结的调动
transfers-settled-count = 已办结 { $count } 项
transfers-number = 编号
transfers-settled-at = 办结时间
transfers-outcome-in = { $outcome } · { $room }
transfers-outcome-late = { $outcome }（逾期核实）
