# 锁与授权。

authority-no-package = 尚未导入考务数据，先在“编排”页导入
authority-take = 导入授权文件
authority-files = 授权文件
authority-taken = 授权已验证并登记
authority-serial = 编号

authority-starts = 开考授权
authority-starts-how = 每场一份，统一开考前到时办理。没有文件的，可扫描或粘贴授权文本。
authority-session = 场次
authority-starts-at = 统一开考
authority-opens = 起办时间
authority-state = 状态
authority-there = 已获取 { $time }，编号 { $serial }
authority-there-late = 已获取 { $time }（起办后 { $late } 分钟），编号 { $serial }
authority-ahead = { $time } 起办理
authority-token = 授权文本
authority-enter = 登记授权文本
authority-practice = 取得开考授权（练习）
authority-practice-for = 取得{ $session }开考授权（练习）

authority-exam = 考试授权
authority-exam-missing = 尚未获取，导入省级考试机构下发的授权文件

authority-site-lock = 考务锁
authority-lock-in = 已插入
authority-lock-out = 未检测到
authority-lock-made = 类型
authority-software = 软件锁，仅供练习
authority-soft = 软件锁
authority-hardware = 硬件锁
authority-fingerprint = 公钥指纹
authority-register = 登记
authority-registered = 已在考务数据的锁登记表中
authority-no-register = 考务数据导入后核对登记

authority-room-locks = 监考锁
authority-room = 考场
authority-unregistered = 未登记
authority-rooms-without = { $count } 个考场没有登记监考锁
authority-rooms-all = { $count } 个考场均已登记
