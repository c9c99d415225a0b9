# 编排。

arrangement-none = 尚未导入考务数据
arrangement-package = 1　考务数据
arrangement-import = 导入考务数据
arrangement-replace = 导入新版考务数据
arrangement-files = 考务数据文件
arrangement-exam = 考试
arrangement-site = 考点
arrangement-edition = 版次
arrangement-edition-of = 第 { $edition } 版，文件摘要 { $digest }
arrangement-sessions = 场次
arrangement-sessions-on = { $count } 场（{ $days }）
arrangement-rooms = 考场
arrangement-people = 应试人员
arrangement-rulebook = 规程
arrangement-same = 这份文件就是现用的考务数据，没有变化。
arrangement-imported = 考务数据已启用：应试人员 { $people } 人，照片 { $photos } 张，{ $without ->
    [0] 每人都有照片。
   *[other] { $without } 人没有照片。
    }
arrangement-unprintable = 有 { $count } 人的姓名含有字库没有的字，打印前由考点系统管理员逐人查看。准考证号和缺少的字：{ $names }
arrangement-faults = 不符合要求之处
arrangement-fault-kind = 问题
arrangement-fault-session = 场次
arrangement-fault-room = 考场
arrangement-fault-ticket = 准考证号
arrangement-fault-value = 所填
arrangement-value = { $value }

arrangement-stamps = 2　编排考场时间戳
arrangement-stamps-how = 三处的时间戳逐字一致，才能办理开考授权。后两处照所显示的原样录入。
arrangement-stamp-typed = 待登记
arrangement-stamp-missing = 待填写
arrangement-stamp-odd = 与其他两处不同
arrangement-stamp-same = 一致
arrangement-stamp-entered = 已登记
arrangement-compare = 登记并核对
arrangement-stamps-entered = 编排考场时间戳已登记
arrangement-stamps-agree = 三处的编排考场时间戳一致。
arrangement-stamps-normalised = 录入中的全角字符或首尾空格已改正。

arrangement-scan = 3　扫码校验考场数据
arrangement-scan-how = 扫描本考点考场数据确认单上的码，与现用的考务数据核对。
arrangement-code = 确认单上的码
arrangement-typed = 无法扫码，码由人工录入，由另一人核验
arrangement-check = 校验确认单
arrangement-practice-sheet = 扫描确认单（练习）
arrangement-scan-passed = 考场数据校验通过：确认单与现用的考务数据一致。
arrangement-scan-failed = 最近一次校验没有通过。由考点系统管理员核对确认单后重新扫码。

arrangement-held = 4　各考场编排人数
arrangement-room = 考场
arrangement-seats = 机位
arrangement-session = { $session }　{ $at }　{ $subject }，{ $minutes } 分钟
arrangement-total = 合计
