# Fields that pages share: when it happened, who reported it.

moment-form = hh:mm:ss
moment-now = Now
moment-now-for = { $field }: now
moment-wrong = Write a time as 09:05:30 or 090530.
moment-day = Recorded on the day of the session, { $day }
person-line = { $code } { $name } { $role }
person-bare = { $code } { $role }
