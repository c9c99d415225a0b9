# 报省级考试机构的当日文件：考试日小结、违纪情况清单

day-file-summary = 考试日小结
day-file-violations = 违纪情况清单
kind-examsite-summary-1 = 考试日小结文件
kind-examsite-violations-1 = 违纪情况清单文件
fact-day-exported = 写出 { $day } 的{ $what }文件，报省级考试机构：{ $count } 项，文件摘要 { $digest }。
means-day-exported = 报省级考试机构的文件由考务锁签名后写出。违纪情况清单另行加密，只有省级考试机构能打开。
case-export-day = 导出考试日小结、违纪情况清单

help-summary = 读取各考点的考试日小结文件，核对签名后汇总成表
help-violations = 打开各考点的违纪情况清单文件，核对签名后汇总成表
help-day-files-request = 考点的登记申请，用来核对签名；几个考点的文件一起读的，每个考点给一份
help-day-files-exam = 考试编号；给出的，只收这次考试的文件
help-day-files-out = 写到哪个文件：扩展名为 CSV 的写成表格，其他的每行一条记录，内容不作增减
day-files-read = 已读文件 { $files } 个，写出 { $count } 行：{ $path }
