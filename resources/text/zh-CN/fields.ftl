# 各页共用的填写栏：发生时间、报告人。

moment-form = 时:分:秒
moment-now = 现在
moment-now-for = { $field }：现在
moment-wrong = 时间写成 09:05:30 或 090530。
moment-day = 按场次日期 { $day } 登记
person-line = { $code } { $name } { $role }
person-bare = { $code } { $role }
