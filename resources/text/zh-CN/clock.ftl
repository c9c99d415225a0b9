# 时钟页。

clock-sub = 不登录、不插考务锁也能查看
clock-date = { $date } { $weekday }
clock-weekday = { $number ->
    [1] 星期一
    [2] 星期二
    [3] 星期三
    [4] 星期四
    [5] 星期五
    [6] 星期六
   *[7] 星期日
}
clock-from-practice = 来自练习时钟：从练习开始的时刻自行走时，可以向前拨，不与外界对时。
clock-from-machine = 开机后还没有核对。由两人与外部标准时间核对并确认后，才能办理考试事项；核对前，时间从最后一条日志起走；从未核对过的，暂按本机时钟显示。
clock-from-confirmed = 本次开机后已由两人与外部标准时间核对。考点时间按开机时钟走时；有人改动系统时钟的，记入日志，考点时间和各项时限不变。
clock-confirm-how = 输入外部标准时间（报时电话、电视报时或校时网站）的日期和时刻，在它到达这一刻时按下按钮，再由两人签名。
clock-outside-day = 外部标准时间：日期
clock-outside-time = 时刻（时:分:秒）
clock-confirm = 核对并确认
clock-outside-wrong = 日期写作 2026-06-19，时刻写作 08:20:00。
clock-confirm-again = 已再次核对日期和时刻，确实无误
clock-confirmed = 考点时间已确认为 { $time }
clock-zone = 本机时区
clock-zone-same = { $zone }，与北京时间相同
clock-zone-differs = { $zone }，与北京时间相差 { $span }；以上时间已换算为北京时间
clock-boot = 本次开机编号
clock-up = 开机后已过
clock-last = 最后一条日志
clock-last-entry = { $time }（第 { $n } 条）
clock-last-unread = 现在读不到
clock-since = 距现在
clock-since-ahead = 晚于现在 { $span }
clock-runs-behind = 最后一条日志的时间比现在晚 { $span }，本机时钟可能被拨慢。先与报时核对本机时间，改正后再办理。
clock-span-days = { $days } 天 { $hours } 小时
clock-span-hours = { $hours } 小时 { $minutes } 分钟
clock-span-minutes = { $minutes } 分 { $seconds } 秒
clock-span-seconds = { $seconds } 秒
clock-practice-hint = 窗口顶端的黄色横幅可以把练习时间前进 1 分钟、10 分钟或拨到下一时刻；练习时间不能倒退。
clock-day = 当日时刻
clock-no-day = 还没有考务数据，没有可显示的时刻。
clock-column-at = 时间
clock-column-session = 场次
clock-column-moment = 时刻
clock-column-state = 状态
clock-from-to = { $first } 至 { $last }
clock-in = 还有 { $span }

moment-state-past = 已过
moment-state-next = 下一时刻
moment-state-ahead = 未到

## 考试信号、各考场时刻

clock-parts = 当日时刻、考试信号或各考场
clock-signals = 考试信号
clock-rooms = 各考场
clock-bells = 铃声
clock-column-bell = 信号
clock-column-not-theirs = 不以此铃为准的考场
clock-bells-note = 铃声由考务办公室按统一时间打，这里登记实际时间；晚开考的考场按本考场的时间掌握。
clock-own-time = { $rooms }
clock-bell-due = 到打铃时间：{ $bell }（{ $time }）。打铃后登记。
clock-remind-due = { $count } 个考场到了剩余时间提醒的时候：{ $rooms }。各考场提醒后登记。
clock-remind-rail = { $count } 个考场到了剩余时间提醒的时候。
clock-remind-read = 向考场宣读：离考试结束还有 { $minutes } 分钟，各位应试人员掌握好时间。
clock-rung = 已打铃 { $time }
clock-rung-at = 实际时间
clock-rung-by = 报告人
clock-ring = 登记“{ $bell }”
clock-rung-said = 已登记：{ $bell }
clock-remind = 登记已提醒（{ $count } 个考场）
clock-reminded = 已登记 { $count } 个考场的剩余时间提醒
clock-media = 语音类、视频类考试：开考即停止入场，考场封闭到考试结束。
clock-room = 考场
clock-room-start = 开考
clock-room-entry = 停止入场
clock-room-closure = 封闭至
clock-room-reminder = 提醒
clock-room-end = 结束
clock-room-note = 说明
clock-room-next = 下一时刻：{ $what } { $time }，还有 { $minutes } 分钟
clock-room-ended = 已于 { $time } 结束考试
clock-room-stands = 故障 { $fault }，停止作答，任何人不离场
clock-room-late = 晚于统一开考 { $minutes } 分钟，不以统一铃声为准
clock-room-unstarted = 已过统一开考 { $minutes } 分钟，尚未开考
clock-room-remind = 到了剩余时间提醒的时候
clock-room-reminded = { $time } 已提醒
clock-room-held = 放弃考试 { $count } 人，留场
clock-room-held-until = 放弃考试 { $count } 人，{ $time } 前留场

bell-state-rung = 已打铃
bell-state-due = 到打铃时间
bell-state-missed = 没有登记
bell-state-ahead = 未到
