# The page of violations and incidents

conduct-halves = 违纪、异常
conduct-violations = 违纪
conduct-incidents = 异常
conduct-sub = { $count ->
    [0] 本场没有违纪记录
    *[other] { $serious ->
        [0] 本场违纪 { $count } 起
        *[other] 本场违纪 { $count } 起，其中建议级别严重及以上 { $serious } 起，有关考场的资料延长保存
    }
}
conduct-overview = 违纪 { $count } 起
conduct-overview-serious = 违纪 { $count } 起（严重及以上 { $serious } 起）
conduct-list = 本场违纪记录
conduct-none = 本场还没有违纪记录。
conduct-none-hint = 发现违纪时登记：谁、什么时候、做了什么、当场怎样处理。只记事实，是否违纪、如何处理由考试机构认定。
conduct-choose = 在左侧列表选择一条记录。
conduct-stranger = 非本考场应试人员
conduct-where = 第 { $room } 考场 · { $name }{ $ticket ->
    [none] {""}
    *[other] {" "}{ $ticket }
}
conduct-lacks = 缺：{ $what }
conduct-erased = （个人信息已清除）

violation-state-recorded = 已记录
violation-state-told = 已告知
violation-state-signed = 已签字
violation-state-refused = 拒签（两名监考人员签字）
violation-state-removed = 已带离
violation-state-later = 考后发现
violation-state-withdrawn = 已撤销

violation-gap-sheet = 纸质单编号
violation-gap-telling = 告知、签字
violation-gap-signature = 签字

violation-act-tell = 登记告知
violation-act-signs = 登记签字
violation-act-refuses = 登记拒签
violation-act-name-sheet = 补填纸质单编号
violation-act-remove = 登记带离考场
violation-act-take-evidence = 登记证据
violation-act-move-evidence = 转交证据
violation-act-police = 登记报警
violation-act-correct = 更正记录
violation-act-withdraw = 撤销误记

conduct-title = { $number } { $name }{ $ticket ->
    [none] {""}
    *[other] （{ $ticket }）
}
conduct-kind-line = { $code } { $kind }
conduct-suggested = { $level }，供考试机构认定参考。
conduct-next-tell = 还没有告知本人。把记录的内容读给本人听，再登记告知时间。
conduct-next-signs = 已告知，还没有签字。本人在纸质记录单上签字；拒绝签字的，由本考场两名监考人员写明情况并签字。
conduct-next-sheet = 还没有纸质单编号。照纸质的考场违纪情况记录单填写，主考签名。
conduct-next-agency = 考后发现的，由考试机构告知本人。本条记录已完整。
conduct-complete = 本条记录已完整。
conduct-is-withdrawn = 误记，已由主考撤销。本条记录仍列在考场情况记录单上，画线并写明原因。
conduct-to-print = 打印记录单

conduct-record = 登记违纪
conduct-record-short = 登记违纪
conduct-record-note = 只写看到的事实和当场的处理，不写处罚意见。
conduct-record-confirm = 登记违纪
conduct-record-said = 违纪已登记
conduct-room = 考场
conduct-room-choose = 选择考场
conduct-ticket = 准考证号
conduct-ticket-hint = 扫描准考证、身份证，或输入后三位
conduct-ticket-needed = 扫描或输入准考证号；不是应试人员的，勾选下面一项，再写明是什么人。
conduct-ticket-nobody = 本场没有“{ $text }”。核对后重新输入。
conduct-ticket-several = “{ $text }”有 { $count } 人。先选考场，或输入完整的准考证号。
conduct-who = { $name } · 第 { $room } 考场{ $seat ->
    [none] {""}
    *[other] {" "}{ $seat } 号机位
}
conduct-outsider = 不是本考场的应试人员
conduct-person = 人员特征
conduct-person-hint = 性别、大致年龄、衣着、自称的姓名和身份
conduct-kind = 违纪种类
conduct-kind-choose = 选择违纪种类
conduct-happened-at = 行为时间
conduct-at = 时间
conduct-sheet = 纸质单编号
conduct-sheet-hint = 照纸质记录单填写
conduct-sheet-none = 还没有填
conduct-act = 违纪行为
conduct-act-hint = 做了什么、怎样发现的、持续多久
conduct-handling = 现场处理情况
conduct-handling-hint = 当场怎样制止、暂存了什么
conduct-place = 行为地点
conduct-place-hint = 几排几座、走廊、卫生间；在本人机位的可以不填
conduct-reminded = 提醒时间
conduct-reminded-hint = 事前提醒过的填，如 09:05；没有的不填
conduct-reminded-wrong = 提醒时间写成 09:05 或 0905；没有提醒的清空。
conduct-found = 发现途径
conduct-found-at = 发现时间
conduct-found-then = { $how }，{ $at }
conduct-reported-by = 报告人

conduct-correct = 更正 { $number }
conduct-correct-note = 原来的记录保留。内容有改动的，重新告知、重新签字。主考签名。
conduct-name-sheet = 补填 { $number } 的纸质单编号
conduct-name-sheet-note = 只补编号的，已有的告知和签字仍然有效。主考签名。
conduct-name-sheet-hint = 当时为什么没有填
conduct-name-sheet-confirm = 补填编号
conduct-sheet-needed = 照纸质记录单填写编号。
conduct-reason = 更正原因
conduct-reason-hint = 原来的记录哪里不对
conduct-basis = 更正依据
conduct-basis-hint = 依据什么证据、文件或者哪一份纸质单
conduct-correct-confirm = 更正记录
conduct-correct-said = { $number } 已更正

conduct-withdraw = 撤销误记的 { $number }
conduct-withdraw-note = 记错人或者没有发生的，由主考撤销。记录仍保留，画线并写明原因；记错人的，另行登记。
conduct-withdraw-reason = 撤销原因
conduct-withdraw-reason-hint = 哪里记错了；另行登记的写编号
conduct-withdraw-confirm = 撤销记录
conduct-withdraw-said = { $number } 已撤销
conduct-withdrawn = 撤销
conduct-withdrawn-then = { $time } { $reason }；依据：{ $basis }

conduct-tell = { $number }：告知本人
conduct-tell-note = 把记录的内容读给本人听之后登记。
conduct-told-at = 告知时间
conduct-tell-confirm = 登记告知
conduct-tell-said = { $number } 已登记告知
conduct-signs = { $number }：本人签字
conduct-signs-note = 本人在纸质的考场违纪情况记录单上签字之后登记。
conduct-signed-at = 签字时间
conduct-signs-confirm = 登记签字
conduct-signs-said = { $number } 已登记签字
conduct-refuses = { $number }：拒绝签字
conduct-refuses-note = 由本考场两名监考人员写明情况，并在记录单上签字。
conduct-witness-one = 监考人员一
conduct-witness-two = 监考人员二
conduct-witness-few = 工作人员名单中第 { $room } 考场的监考人员不足两名。由考点系统管理员核对名单。
conduct-person-line = { $code } { $name }
conduct-refusal = 拒签情况
conduct-refusal-hint = 本人怎样表示、说了什么
conduct-damage = 损坏证据情况
conduct-damage-hint = 没有的不填
conduct-refuses-confirm = 登记拒签
conduct-refuses-said = { $number } 已登记拒签
conduct-refused = 拒绝签字
conduct-refused-then = { $time }，监考人员 { $people }

conduct-remove = { $number }：终止考试，带离考场
conduct-remove-note = 此前的作答保留并照常回收。由流动监考带离，与其他应试人员分开等候。
conduct-roving = 流动监考
conduct-waits = 等候地点
conduct-removed-at = 带离时间
conduct-remove-confirm = 登记带离
conduct-remove-said = { $number } 已登记带离考场
conduct-removed = 带离考场
conduct-removed-then = { $time }，监考人员 { $people }，流动监考 { $roving }，等候地点：{ $place }

conduct-police = { $number }：已报警
conduct-police-note = 案件由公安机关办理，考点协助固定证据。
conduct-station = 公安机关
conduct-officer = 民警
conduct-receipt = 回执编号
conduct-police-items = 移交物品
conduct-police-items-hint = 没有的不填
conduct-police-confirm = 登记报警
conduct-police-said = { $number } 已登记报警
conduct-police-then = 公安机关

conduct-evidence = { $number }：证据和暂存物品
conduct-evidence-note = 一件登记一次，登记后的编号写在物品的标签上。
conduct-evidence-kind = 证据种类
conduct-item = 名称和特征
conduct-item-hint = 品牌、颜色、数量、完好情况；录像写摄像机和起止时间
conduct-file = 选择文件
conduct-file-none = 有电子文件的，选择文件，只记文件摘要，文件留在原处。
conduct-file-reading = 正在计算 { $file } 的文件摘要：{ $percent }%
conduct-file-read = { $file }
conduct-digest = 文件摘要（SHA-256）
conduct-evidence-confirm = 登记证据
conduct-evidence-said = { $number } 的证据已登记
conduct-evidence-piece = 证据
conduct-piece-line = { $tag } { $kind }：{ $item }（现在{ $place }）
conduct-move = { $number }：转交证据
conduct-move-note = 接收人在本机签名。
conduct-piece = 哪一件
conduct-move-to = 转交给
conduct-move-confirm = 登记转交
conduct-move-said = { $number } 的证据已转交
conduct-incident = 关联异常
conduct-corrected = 更正 { $count }
conduct-corrected-then = { $time } { $reason }；依据：{ $basis }；更正前：{ $kind }，{ $act }

conduct-issue = 编发空白记录单
conduct-issue-short = 编发空白单
conduct-issue-note = 每一张都有编号，打印后由监考人员领取。
conduct-issue-all = 本场全部 { $count } 个考场
conduct-issue-each = 每个考场增加
conduct-issue-count = { $count } 张
conduct-issue-confirm = 编发空白单
conduct-issue-said = 空白记录单已编发
conduct-issued = 空白记录单已编发，打印后发给考场。
conduct-issued-print = 打印空白记录单
conduct-void = 记录单作废
conduct-void-short = 作废记录单
conduct-void-note = 写坏、损坏或者遗失的空白单登记作废，编号不再使用。
conduct-void-why = 作废原因
conduct-void-confirm = 登记作废
conduct-void-said = 记录单已作废
conduct-blanks = { $issued ->
    [0] 还没有编发空白记录单
    *[other] 空白记录单编发 { $issued } 张，已用 { $used }，作废 { $void }，剩余 { $free }{ $without ->
        [0] {""}
        *[other] ；{ $without } 个考场没有
    }
}
