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
clock-from-machine = 来自本机的系统时钟，按北京时间显示。本程序没有与外部标准时间核对，正式开考前须由人与报时核对。
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
