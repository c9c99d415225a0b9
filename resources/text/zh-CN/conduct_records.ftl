# 违纪、异常：日志里的句子，规程不允许时的说明，代替代码的词，每一种记录的意义。

## 违纪：发生了什么

account = { $kind }，行为时间 { $happened_at }{ $reminded_at ->
    [none] {""}
   *[other] （此前于 { $reminded_at } 提醒过）
}，{ $found_at } { $found }，{ $sheet ->
    [none] 考场违纪情况记录单的单号未填
   *[other] 考场违纪情况记录单 { $sheet }
}
fact-violation-recorded = 登记违纪 { $number }：{ $session }第 { $room } 考场{ $ticket ->
    [none] 一名非本考场应试人员
   *[other] 准考证号 { $ticket }
}，{ $account }{ $incident ->
    [none] {""}
   *[other] ，记入异常 { $incident }
}，报告人 { $reported_by }。
fact-violation-corrected = 违纪记录 { $number } 于 { $at } 更正为：{ $account }{ $incident ->
    [none] {""}
   *[other] ，记入异常 { $incident }
}；原来的记录留存。
fact-violation-withdrawn = 违纪记录 { $number } 于 { $at } 作为误记撤销，仍列在各表中并划去。
fact-candidate-told = 违纪 { $number } 的记录内容于 { $at } 告知本人，报告人 { $reported_by }。
fact-violation-signed = 违纪 { $number } 的本人于 { $at } 在考场违纪情况记录单上签字，报告人 { $reported_by }。
fact-signing-refused = 违纪 { $number } 的本人于 { $at } 拒绝签字，由监考人员 { $witnesses } 记录情况并签字，报告人 { $reported_by }。
fact-candidate-removed = 准考证号 { $ticket } 于 { $at } 终止考试（违纪 { $number }），由流动监考 { $roving } 带离考场，在{ $place }等候，监考人员 { $witnesses } 记录并签字，报告人 { $reported_by }。
fact-evidence-taken = 违纪 { $number } 于 { $at } 取得证据 { $tag }（{ $kind }）{ $digest ->
    [none] {""}
   *[other] ，文件摘要 { $digest }
}，报告人 { $reported_by }。
fact-evidence-moved = 违纪 { $number } 的证据 { $tag } 于 { $at } 交出，现由{ $to }保管，报告人 { $reported_by }。
fact-police-noted = 违纪 { $number } 于 { $at } 交公安机关处理，报告人 { $reported_by }。
fact-violation-sheets-issued = { $session }第 { $room } 考场编号的空白考场违纪情况记录单共 { $count } 张。
fact-violation-sheet-voided = 考场违纪情况记录单 { $sheet } 作废，原因是{ $reason }。

## 异常：发生了什么

fact-incident-reported = 异常 { $number } 第 { $count } 次报告（{ $kind }，{ $means }）：于 { $at } 报告{ $hop }{ $late ->
    [yes] ，晚于初次报告的时限
   *[no] {""}
}，报告人 { $reported_by }。
fact-hop-skipped = 异常 { $number } 于 { $at } 登记不向{ $hop }报告，原因是{ $reason }。
fact-incident-noted = 异常 { $number } 的处置过程添加一条{ $kind }，时间 { $at }，报告人 { $reported_by }。
fact-incident-graded = 异常 { $number } 于 { $at } 改定为{ $severity }事件，登记人 { $by }。
fact-incident-followed = 异常 { $number } 自 { $at } 起由 { $person } 跟踪处理。
fact-room-evacuated = { $session }第 { $room } 考场于 { $at } 撤离，清点人数 { $people } 人，属异常 { $number }，报告人 { $reported_by }。
fact-room-returned = 第 { $room } 考场撤离的人员于 { $at } 全部返回，属异常 { $number }，报告人 { $reported_by }。
fact-incident-filed = 异常 { $number } 于 { $at } 结案。

## 违纪：规程不允许时的说明

refusal-no-such-violation = 没有编号为 { $number } 的违纪记录。由登记人在“违纪与异常”页核对编号；还没有登记的，先登记违纪。
refusal-not-of-that-room = 准考证号 { $ticket } 在这一场次不在第 { $room } 考场。由登记人核对准考证号和考场号后重新填写；不是应试人员的，不填准考证号，写明是什么人。
refusal-not-in-the-exam = 所填的行为时间不在{ $session }第 { $room } 考场的考试期间（{ $opens } 至 { $ends }）。由登记人核对场次和时间后重新填写；考后才发现的，行为时间仍填当时的时间，发现方式选考后发现。
refusal-found-outside = 所填的发现时间 { $found_at } { $in_exam ->
    [yes] 早于行为时间，或者晚于该考场结束考试的时间。由登记人核对后重新填写；考后才发现的，发现方式选考后发现。
   *[no] 早于行为时间，或者该考场还没有结束考试，不是考后发现。由登记人核对时间和发现方式后重新填写。
}
refusal-reminded-afterwards = 所填的提醒时间 { $reminded_at } 晚于行为时间，不是行为之前的提醒。由登记人核对两个时间后重新填写；没有提醒过的，不填。
refusal-kind-of-another-rulebook = “{ $kind }”只用于职业技能等级认定的考试。由登记人另选类别；没有相符类别的，报告主考。
refusal-sheet-number-unfit = 考场违纪情况记录单的单号不合：由数字、字母和短横线组成，不超过 24 个字符，不能是证件号码或手机号码。由登记人照纸面上的单号重新填写。
refusal-sheet-of-another-room = 单号 { $sheet } 是编给{ $session }第 { $room } 考场的，不能用在这里。由登记人照纸面核对单号后重新填写。
refusal-sheet-used = 单号 { $sheet } 已用于违纪 { $by }，一张考场违纪情况记录单只记一件违纪。由登记人照纸面核对单号后重新填写。
refusal-sheet-void = 单号 { $sheet } 的考场违纪情况记录单已经作废。由登记人换一张有效的记录单，填写它的单号。
refusal-withdrawn-already = 违纪 { $number } 已于 { $at } 作为误记撤销，不再办理。由登记人核对编号；另有违纪的，重新登记。
refusal-led-out = 违纪 { $number } 的应试人员已于 { $at } 带离考场，这份记录只能更正，不能撤销。由登记人核对编号；内容有误的，由主考会同更正违纪记录。
refusal-before-the-act = 所填的时间早于违纪 { $number } 的行为或发现时间 { $happened_at }。由登记人核对时间后重新填写；行为或发现的时间有误的，先更正违纪记录。
refusal-act-afterwards = 违纪 { $number } 在 { $done_at } 已经登记带离考场、收取证据或者交公安机关处理，行为时间不能更晚。由登记人核对行为时间后重新填写。
refusal-not-told-yet = 违纪 { $number } 的记录内容还没有告知本人，或者所填的时间早于告知的时间。由监考人员当场告知，登记人先登记告知的时间，再登记签字或拒绝签字；已经告知的，核对时间后重新填写。
refusal-signed-and-refused = 违纪 { $number } 已经登记本人签字或者拒绝签字，不能再登记另一种。由登记人核对编号；登记有误的，由主考会同更正违纪记录，更正后重新告知、签字。
refusal-two-invigilators = 违纪 { $number } 须由第 { $room } 考场两名不同的监考人员记录并签字，所填的是同一个人。由登记人填写两名监考人员各自的代码。
refusal-not-invigilator-there = { $person } 不是第 { $room } 考场的监考人员，不能在这份违纪记录上签字。由登记人改填该考场在场的监考人员。
refusal-nobody-to-remove = 违纪 { $number } 记的不是应试人员，没有可以终止的考试。由登记人核对编号；有关人员已离开考场的，在处理情况中写明。
refusal-not-roving = { $person } 不是流动监考，应试人员由流动监考带离考场。由登记人改填到场的流动监考。
refusal-removal-is-recorded = 因违纪带离考场的（准考证号 { $ticket }），不在这里登记离场。由登记人在“违纪与异常”页先登记违纪，再登记带离考场。
refusal-not-a-digest = 违纪 { $number } 的证据文件没有取得完整的文件摘要。由登记人重新选择文件；是物品的，不选文件。
refusal-no-such-piece = 违纪 { $number } 没有编号为 { $tag } 的证据。由登记人照证据上的标签核对编号；还没有登记的，先登记证据。
refusal-out-of-our-hands = 证据 { $tag } 现由{ $place }保管，不能这样转交：交出去的不再由考点转交，收走的也不送回考场。由登记人照标签核对编号和保管人。
refusal-nobodys-property = { $tag } 是{ $kind }，不退还本人。随证据移交考务办公室或考试机构。
refusal-moved-earlier = 所填的时间早于证据 { $tag } 上一次转交的时间 { $at }。由登记人核对时间后重新填写。
refusal-too-many-sheets = 第 { $room } 考场在这一场次已编号空白考场违纪情况记录单 { $issued } 张，最多 { $most } 张，每次至少一张。由登记人改填张数；仍不够的，报告主考，另备记录单并手写单号。
refusal-no-such-blank = 没有编发过单号为 { $sheet } 的空白考场违纪情况记录单。由登记人照纸面核对单号后重新填写。
refusal-sheet-in-use = 单号 { $sheet } 的考场违纪情况记录单正用于违纪 { $by }，不能作废。由登记人核对单号；确实要换一张的，先更正该违纪记录的单号。

## 异常：规程不允许时的说明

refusal-no-such-incident = 没有编号为 { $number } 的异常。由登记人在“违纪与异常”页核对编号；还没有登记的，先登记异常。
refusal-found-before-it-happened = 所填的发现时间 { $found_at } 早于发生时间 { $happened_at }。由登记人核对两个时间后重新填写。
refusal-incident-filed-already = 异常 { $number } 已于 { $filed_at } 结案，不再添加记录。由登记人核对编号；情况比原来严重的，由主考会同改定为重大事件，随即可以继续登记。
refusal-reported-before-found = 所填的报告时间早于异常 { $number } 的发现时间 { $found_at }。由登记人核对时间后重新填写。
refusal-first-report-first = 异常 { $number } 还没有向这一级作初次报告，或者改定为重大之后还没有重新作；也可能是所填的时间早于初次报告。由登记人先登记向这一级的初次报告，再登记阶段报告或最终报告。
refusal-not-over-yet = 异常 { $number } 还没有处理完毕，或者所填的报告时间早于处理完毕的时间，不能登记最终报告。由登记人先登记处理完毕的时间；仍在处理的，登记阶段报告。
refusal-cannot-be-skipped = 异常 { $number } 不能登记不向{ $hop }报告：这一级须要报告，或者不在规定的报告顺序中。由登记人核对；须要报告的，报告后登记。
refusal-nobody-above-told = 还没有登记把异常 { $number } 报给比{ $hop }更高的一级，不能越过这一级。由登记人先登记已作的报告；没有越级报告的，逐级报告。
refusal-incident-still-open = 异常 { $number } 还没有登记处理完毕，不能结案。由登记人先登记处理完毕的时间，再办理结案。
refusal-reports-owed = 异常 { $number } 还没有报告：{ $hops }，不能结案。由登记人逐级报告并登记；按规定可以不报的，登记原因。
refusal-final-report-owed = 异常 { $number } 还没有最终报告，不能结案。由登记人写明发生原因、处理经过、处理结果和社会影响，登记最终报告后再办理结案。
refusal-count-unfit = 所填的撤离人数 { $people } 不合，应为零或以上的整数。由登记人与现场清点的人员核对后重新填写。
refusal-serious-by-text = 异常 { $number } 属“{ $kind }”，考务规程列为严重问题，本机不改定为一般事件。由登记人核对编号和类别；类别登记有误的，另行登记正确的异常，在原来的异常中写明。
refusal-left-already-then = 第 { $room } 考场已在异常 { $number } 中登记撤离，人员还没有返回。由登记人核对考场号；人员已经返回的，先登记返回。
refusal-nobody-left = 异常 { $number } 中没有第 { $room } 考场尚未返回的撤离，或者所填的时间早于撤离的时间。由登记人核对考场号和时间后重新填写。

## 违纪：类别、等级、发现、处理

violation-kind-v-101 = 在电子答卷上作标记
violation-kind-v-102 = 在非署名处署名
violation-kind-v-103 = 擅自关闭或重启考试机
violation-kind-v-104 = 大幅度调整显示屏位置或角度
violation-kind-v-105 = 搬动主机箱
violation-kind-v-106 = 擅自更换考试设施设备
violation-kind-v-107 = 故意损毁考试设施设备
violation-kind-v-201 = 使用自带外接设备
violation-kind-v-202 = 安装作弊工具或程序
violation-kind-v-301 = 擅自侵入考试系统
violation-kind-v-302 = 擅自获取、删除、修改、增加考试系统数据
violation-kind-v-303 = 破坏考试系统正常运行
violation-kind-v-401 = 涉嫌违反治安管理
violation-kind-v-402 = 涉嫌组织作弊等犯罪
violation-kind-v-501 = 替考
violation-kind-v-502 = 伪造证件、抄袭或以通讯工具等作弊
violation-kind-v-503 = 扰乱考场秩序，不服从监考人员
violation-kind-v-504 = 不配合记录，或损坏证据
violation-kind-v-505 = 带走试卷或答题卡

violation-level-subject = 建议按涉及当次该科目的违纪违规行为认定
violation-level-serious = 建议按严重违纪违规行为认定
violation-level-very-serious = 建议按特别严重违纪违规行为认定
violation-level-police = 建议由公安机关处理
violation-level-record = 只记事实，不建议等级

found-in-exam = 考试中发现
found-investigation = 考后调查取证发现
found-experts = 考后专家组确认

waiting-place-exam-office = 考务办公室
waiting-place-waiting-room = 单独的等候室
waiting-place-police = 公安机关

evidence-kind-document = 书证
evidence-kind-thing = 物证
evidence-kind-video = 录像
evidence-kind-audio = 录音
evidence-kind-data = 电子数据
evidence-kind-statement = 证人证言

kept-at-room = 考场
kept-at-exam-office = 考务办公室
kept-at-police = 公安机关
kept-at-owner = 物主本人
kept-at-agency = 考试机构

sheet-void-reason-spoiled = 写错或破损
sheet-void-reason-lost = 遗失

## 异常：类别、等级、报告

incident-kind-i-01 = 试题、试卷、标准答案或题库考前泄密
incident-kind-i-02 = 有组织、大规模考试作弊
incident-kind-i-03 = 内外勾结或徇私舞弊
incident-kind-i-04 = 损害公信力的考试舆情
incident-kind-i-05 = 考试大面积中断、批量作答数据丢失或群体性纠纷
incident-kind-i-06 = 其他严重问题或重大安全隐患
incident-kind-i-11 = 试卷被盗、丢失、被私自拆启或泄密
incident-kind-i-12 = 试卷因水灾、火灾损坏
incident-kind-i-13 = 试卷不能按时运抵，或大量应试人员不能按时到达
incident-kind-i-14 = 两个以上考场秩序混乱、大面积舞弊
incident-kind-i-15 = 恐怖性事件
incident-kind-i-16 = 应试人员危重疾病或疑似流行性疾病
incident-kind-i-17 = 地震、火灾、洪水等自然灾害
incident-kind-i-18 = 其他重大突发事件
incident-kind-i-21 = 试卷科目不符、少装、缺页或光盘不能播放
incident-kind-i-22 = 试题有明显错误
incident-kind-i-25 = 试卷或答题卡丢失或被带走
incident-kind-i-43 = 编排考场时间戳不一致
incident-kind-i-44 = 监控设备故障
incident-kind-i-45 = 人员受伤或考场撤离
incident-kind-i-46 = 入口健康检查异常

incident-group-serious-problems = 严重问题
incident-group-major = 重大突发事件
incident-group-general = 一般突发事件
incident-group-site = 考点的其他异常
incident-group-console = 本机办理时登记的异常

severity-major = 重大
severity-general = 一般

hop-chief = 主考
hop-patrol = 巡考人员
hop-leading-group = 应急处理领导小组
hop-exam-area = 考区考试机构
hop-city = 市级考试机构
hop-province = 省级考试机构
hop-ministry = 部考试中心
hop-police = 公安机关
hop-medical = 医疗机构

report-kind-first = 初次报告
report-kind-stage = 阶段报告
report-kind-final = 最终报告

report-means-oral = 口头
report-means-phone = 电话
report-means-fax = 传真
report-means-written = 书面

note-kind-facts = 事实经过
note-kind-people = 受影响人员
note-kind-action = 处置措施
note-kind-decision = 处理决定
note-kind-lessons = 经验教训

skip-reason-not-on-site = 不在考点
skip-reason-told-above = 主考决定直接报告更高一级

## 手写的各栏

text-part-act = 违纪行为
text-part-handling = 现场处理情况
text-part-place = 地点
text-part-person = 是什么人
text-part-refusal = 拒签情况
text-part-damage = 损坏证据的情况
text-part-reason = 原因
text-part-basis = 新的证据或依据
text-part-item = 物品或材料
text-part-station = 公安机关名称
text-part-officer = 经办民警
text-part-receipt = 回执编号
text-part-facts = 事实经过
text-part-people = 受影响人员
text-part-action = 处置措施
text-part-decision = 处理决定
text-part-lessons = 经验教训
text-part-told-to = 听取报告的人
text-part-content = 报告内容
text-part-cause = 发生原因
text-part-course = 处理经过
text-part-result = 处理结果
text-part-effect = 社会影响
text-part-name = 姓名
text-part-phone = 电话
text-part-receiver-1 = 接收人一
text-part-escort-1 = 押运人一
text-part-escort-2 = 押运人二
text-part-receiver-2 = 接收人二
text-part-office = 接收单位

refusal-text-missing = “{ $part }”一栏还没有填写。由登记人填写后再办。
refusal-text-unfit = “{ $part }”一栏不合：最多 { $longest } 个字，只用能够打印的字符；这一步不用这一栏的，不填。由登记人改正后再办。

## 每一种记录的意义

means-violation-recorded = 记下一件违纪的事实和建议的等级，供考试机构认定参考，不作处理决定。登记之后，考场的违纪记录要重新核对。
means-violation-corrected = 凭新的证据或依据更正一件违纪记录。原来的内容留存，内容有变动的要重新告知、签字。
means-violation-withdrawn = 主考查明一件违纪是误记，写明原因和依据后撤销。记录划去但不删除，不再作为违纪。
means-candidate-told = 记录的内容当场告知了本人，此后才登记签字或拒绝签字。
means-violation-signed = 本人在纸质的考场违纪情况记录单上签了字。
means-signing-refused = 本人没有签字，由该考场两名监考人员写明情况并签字代替。
means-candidate-removed = 一名应试人员因扰乱秩序或不服从监考人员终止考试。此前的作答数据保留，照常回收。
means-evidence-taken = 一件证据有了标签，先由考场保管。文件只记摘要，以备查对。
means-evidence-moved = 一件证据换了保管人，前后的去向都留在日志里。
means-police-noted = 这件违纪已交公安机关。单位、经办人、回执和移交的物品另行留存。
means-violation-sheets-issued = 考前给考场编了号的空白考场违纪情况记录单，用过的和作废的都要能对上。
means-violation-sheet-voided = 一张编号的记录单写错、破损或遗失，这个单号不再使用。
means-incident-reported = 某一级听到了这件异常的报告。初次报告以发现的时间起算，晚了也照记。
means-hop-skipped = 报告顺序中的一级没有报，写明了原因。越级报告须主考决定。
means-incident-noted = 异常处置过程中的一条。只增不改。
means-incident-graded = 异常改定了等级。改重的要重新逐级报告，改轻的写明原因。
means-incident-followed = 从这时起由这个人跟踪异常的进展。
means-room-evacuated = 一个考场的人员全部撤离，并清点了人数。
means-room-returned = 撤离的人员已全部回到考场，撤离的时间由此算出。
means-incident-filed = 异常已处理完毕，应当报告的各级都已报告，须有最终报告的也已作出。
