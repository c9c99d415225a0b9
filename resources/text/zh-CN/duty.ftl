# 监考安排页：抽签名单、抽签、各考场的监考人员、替换。

duty-sub = { $day }，{ $state }
duty-days = 考试日
duty-parts = 监考安排的各部分
duty-part-draw = 抽签
duty-part-people = 名单
duty-part-rooms = 各考场
duty-draws = 历次抽签
duty-everybody = 全部人员
duty-by-standing = 按情况
duty-find = 查找：代码、姓名、考场
duty-detail = 所选一行的明细
duty-choose = 在列表中选一行，这里显示明细和可以办理的事项。
duty-no-rooms = 考务数据还没有导入，没有可以安排的考场。

duty-column-code = 代码
duty-column-name = 姓名
duty-column-role = 角色
duty-column-skill = 计算机
duty-column-state = 情况
duty-column-room = 考场
duty-column-serving = 监考人员
duty-column-admin = 系统管理员
duty-column-roving = 流动监考
duty-column-found = 核对
duty-column-number = 次数
duty-column-at = 编号时间
duty-column-reason = 原因
duty-column-outcome = 结果

## 情况

duty-stage-open = 尚未抽签
duty-stage-numbered = 已编号，尚未抽出
duty-stage-failed = 抽不出
duty-stage-drawn = 已抽签
duty-outcome-holds = 有效
duty-outcome-former = 已重抽
duty-outcome-failed = 抽不出
duty-outcome-waiting = 尚未抽出
duty-standing-missing = 已抽定、须替换
duty-standing-on-duty = 已抽定
duty-standing-able = 可抽、备用
duty-standing-barred = 不能抽
duty-bar-avoiding = 须回避
duty-bar-unavailable = 不能到岗
duty-bar-untrained = 未登记考务培训
duty-bar-listed-twice = 同一人已以另一代码列入
duty-missing = 已抽定 { $rooms }，须替换：{ $why }
duty-serves = 已抽定 { $rooms }
duty-able = 可抽
duty-reserve = 备用
duty-shuns = { $state }，回避 { $rooms }
duty-short = 人员不足
duty-enough = 符合
duty-skilled = 具备
duty-unskilled = 没有注明
duty-marked = { $person }（计算机）
duty-first = 第一次
duty-after-failure = 上一次抽不出

## 抽签

duty-need = { $rooms } 个考场需要监考人员 { $needed } 名{ $skilled ->
    [0] { "" }
   *[other] ，其中具备计算机应用能力的 { $skilled } 名
}；现可抽 { $able } 名{ $skilled ->
    [0] { "" }
   *[other] ，其中具备计算机应用能力的 { $able_skilled } 名
}。{ $roving ->
    [0] 没有可抽的流动监考人员。
   *[other] 流动监考可抽 { $roving } 名{ $most ->
        [0] 。
       *[other] ，每名一般负责同一楼层，原则上不超过 { $most } 个考场。
    }
}
duty-open = 监考考场应在 { $time } 前确定
duty-numbered = 第 { $number } 次抽签的编号已记入日志，按这个编号抽出即可
duty-failed = 第 { $number } 次抽签按编号时的名单和考场抽不出，再抽时另行编号
duty-impossible = 按现在的名单抽不出：{ $rule }做不到{ $rooms ->
    [none] { "" }
   *[other] ，涉及考场 { $rooms }
}。需要 { $needed }，能安排 { $found }，缺 { $short }。
duty-left-out = 不能抽的有：未登记考务培训 { $untrained } 人，不能到岗 { $unavailable } 人，须回避 { $avoiding } 人。
duty-drawn = 第 { $number } 次抽签，{ $at } 确定，备用 { $reserve } 名
duty-early = 今天不是考试日。监考人员的考场原则上在考试当天（{ $day }）随机确定。
duty-early-drawn = 这次抽签在考试日之前进行。监考人员的考场原则上在考试当天随机确定。
duty-late = 监考考场应在 { $time } 前确定，现已超过这个时间。
duty-late-drawn = 这次抽签晚于 { $time }，即监考考场应确定的时间。
duty-started = 已有考场开考，不再抽签；有人不能到岗的，选定后逐人替换。
duty-missing-people = 已抽定而不能上岗：{ $people }。选定后由备用人员替换。
duty-draw = 抽签确定监考考场
duty-redraw = 重新抽签
duty-show-missing = 列出须替换的人员
duty-sheet = 打印监考人员抽签表
duty-to-training = 登记考务培训
duty-beyond = 经主考同意，流动监考人员可以负责更多考场
duty-beyond-agreed = 经主考同意，可以负责更多考场
duty-done = 监考考场已抽签确定
duty-redraw-title = 第 { $number } 次抽签
duty-redraw-note = 第 { $number } 次抽签的编号、种子和结果保留在历次抽签中。重新抽签由主考签字。
duty-redraw-reason = 重新抽签的原因
duty-redraw-confirm = 确定重新抽签

## 替换和到岗

duty-state = 情况
duty-shunned = 有亲属的考场
duty-left = 被替换前的考场
duty-put-out = 已被替换
duty-room-title = 第 { $room } 考场，{ $building } { $floor } 层
duty-replace = 替换
duty-replace-one = 替换 { $person }
duty-away = 登记不能到岗
duty-back = 登记可以到岗
duty-entered = 已登记
duty-away-title = { $person }不能到岗
duty-so-many = { $count } 人
duty-replace-title = 替换 { $person }（{ $rooms } 考场）
duty-nobody-fits = 没有可以替换的人员：备用人员须已登记考务培训、能到岗、不须回避，考场内仍须有人具备计算机应用能力。
duty-put-in = 由谁替换
duty-reason = 原因
duty-when = 得知时间
duty-who = 报告人
duty-replace-confirm = 确定替换

## 一次抽签

duty-draw-title = 第 { $number } 次抽签
duty-list = 监考人员名单
duty-list-of = { $count } 名，其中具备计算机应用能力的 { $skilled } 名
duty-list-roving = 流动监考名单
duty-list-rooms = 考场数
duty-list-barred = 回避的人员与考场
duty-seed = 种子
duty-result = 抽签结果
duty-roving-one = { $person }（流动）
duty-by-hand = 怎样复算
duty-how = 考试授权文件的签名（最后一个圆点之后的部分）、下列代码和次数 { $number } 各占一行，依次用换行符相连，取 SHA-256，写成 64 位十六进制数，就是种子。下列代码：{ $people }。再把每个代码、每个考场号各写成“种子|代码”，取 SHA-256，由小到大排列，本次排在第一位的是 { $first }。考场按此顺序逐个取人：先为各考场各取具备计算机应用能力的人员，再取其余人员；每次取排在最前、尚未安排而可以在该考场监考的人。没有这样的人时，由已安排而可以改到该考场的人移来，空出的位置照此补上。流动监考人员的考场按楼栋、楼层、考场号分段，各段同样取人，因回避取不到的再分小段。没有取到的人员备用。
