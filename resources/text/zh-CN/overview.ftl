# 考场总览。

room-name = 第 { $room } 考场
figure-arranged = 编排
figure-present = 实考
figure-awaited = 待入场
figure-absent = 缺考
figure-collected = 已回收
figure-open = 待办事项
overview-sub = { $rooms } 个考场 · 编排 { $arranged } 人
overview-board = 考场列表
overview-groups = 筛选考场
overview-nothing = 还没有考务数据，没有可显示的考场。
overview-release = 放行考场
overview-release-count = 放行 { $count } 个考场
overview-released = 已放行 { $count } 个考场。放行文件和放行单在 { $folder }，交各考场系统管理员
overview-open-folder = 打开文件夹
card-said = 第 { $room } 考场 { $name }，{ $state }；编排 { $arranged } 人，实考 { $present } 人，缺考 { $absent } 人，待入场 { $awaited } 人，待办 { $open } 项
card-also = { $session }：{ $state }
card-stale = { $time } 后无报告
card-open = 待办 { $count } 项
card-heard = 最近报告 { $time }
