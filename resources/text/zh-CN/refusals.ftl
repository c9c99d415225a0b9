# 规程不允许时的说明：先说现在的情况，再说下一步由谁在哪里办。

## 人员、权限、时间

refusal-not-your-role = 当前登录的角色是{ $role }，这一步由以下角色办理：{ $allowed }。由其中一人在本机登录后办理。
refusal-another-person-needed = 这一步需要另一人当场核验，可由以下角色之一核验：{ $allowed }。由其本人在本机输入 PIN。
refusal-staff-signs-now = 人员名单已经导入，不能再以锁的持有人身份办理。由办理人用自己的人员代码和 PIN 登录后再办。
refusal-site-lock-needed = 这一步需要考务锁 { $serial }，现在没有检测到。由考点系统管理员插好考务锁后再办。
refusal-nobody-signed-in = 现在没有人登录。由办理人以本人身份登录后再办。
refusal-not-yet-happened = 所填时间 { $happened_at } 晚于本机现在的时间 { $now }。核对时间，事情发生之后再登记。
refusal-person-unknown = “{ $person }”不是本机工作人员名单中的人员代码；报告人按代码登记，不写姓名。由登记人在名单中查到报告人的代码后重新填写；名单中没有此人的，由登记人以本人的代码登记。
refusal-not-at-the-desk = 现在在本机值守的是 { $holder }，离岗由值守人本人办理。需要换人的，由接替的人在本机登录后接班。

## 考点登记、编排

refusal-already-enrolled = 本机已登记为考点 { $site }。其他考点由考点系统管理员另用新的数据文件夹登记。
refusal-package-missing = 本机还没有考务数据。由考点系统管理员先在“编排”页导入考务数据。
refusal-numbers-not-confirmed = 规程模板“{ $rulebook }”中的数值尚未由考试机构对照当次考务通知确认。由考点系统管理员联系省级考试机构，取得已确认数值的考务数据后重新导入。
refusal-site-lock-not-registered = 考务锁 { $serial } 不在这份考务数据的锁具登记中，或者登记的是另一把密钥。由考点系统管理员联系省级考试机构核对锁具注册，取得新的考务数据。
refusal-edition-not-newer = 这份考务数据是第 { $offered } 版，本机已导入第 { $current } 版，只能换成更新的版本。由考点系统管理员核对文件；需要改用旧版内容的，由省级考试机构重新下发更高的版本。
refusal-sessions-under-way = { $sessions }已有考场开考或应试人员入场，编排不再更换。继续使用现有编排；个别变动先记在纸上，由考点系统管理员报告主考。
refusal-issued-is-fixed = 下发的编排考场时间戳来自考务数据，不用填写。由考点系统管理员填写注册平台和校时网站显示的值。
refusal-timestamp-blank = { $source }的编排考场时间戳没有填写。由考点系统管理员照原样填写后再确认。
refusal-timestamp-unlike = 所填内容不像{ $source }的编排考场时间戳：只能有数字、字母和日期时间符号，不超过 40 个字符。由考点系统管理员照原样重新填写。
refusal-timestamps-incomplete = 编排考场时间戳尚缺：{ $missing }。由考点系统管理员在“编排”页补填，三处一致后再办理开考授权。
refusal-timestamps-differ = 编排考场时间戳不一致。与其他不同的是：{ $odd }，显示为：{ $texts }。由考点系统管理员照原样核对；核对后仍不一致的，联系省级考试机构重新下发考务数据。
refusal-scan-unreadable = 扫到的不是考场数据确认单上的码，或者没有扫完整。由考点系统管理员在“编排”页重新扫码。
refusal-scan-differs = 确认单上的码与本机考务数据不一致。码的内容：{ $shown }；本机应为：{ $expected }。由考点系统管理员核对确认单的考试、考点和版本；用的是本次确认单的，联系省级考试机构。
refusal-scan-missing = 考场数据尚未扫码校验，或者最近一次校验没有通过。由考点系统管理员在“编排”页扫描确认单上的码。

## 考试授权、开考授权

refusal-unknown-session = 本机的考务数据中没有{ $session }。由考点系统管理员核对所选的场次和考务数据的版本。
refusal-already-authorized = { $session }已有开考授权（{ $serial }），一个场次只用一份。继续使用已有的开考授权；内容有疑问的，由考点系统管理员联系省级考试机构。
refusal-exam-authorization-missing = 本机还没有这次考试的考试授权。由考点系统管理员先在“锁与授权”页获取考试授权，再办理开考授权。
refusal-too-early-to-authorize = { $session }的开考授权从 { $opens_at } 起办理。由考点系统管理员到时再办。

## 考场放行、开考

refusal-start-not-authorized = { $session }还没有开考授权。由考点系统管理员先在“锁与授权”页获取并验证开考授权，再放行考场。
refusal-nobody-arranged = { $session }没有应试人员编排在考场 { $rooms }。由考点系统管理员核对场次和考场号。
refusal-room-not-released = { $session }第 { $room } 考场尚未放行。由考点系统管理员先在“考场总览”页放行该考场。
refusal-already-started = { $session }第 { $room } 考场已于 { $started_at } 开考，以第一次开考指令为准。由考点系统管理员与考场系统管理员核对时间。
refusal-start-before-time = 第 { $room } 考场报告的开考时间 { $at } 早于{ $session }的统一开考时间 { $starts_at }，不作为开考，已记入异常。由考点系统管理员立即与考场系统管理员核实，并报告主考；时间报错的，按实际时间重新登记。
refusal-earlier-session-open = 到所报的开考时间，第 { $room } 考场的{ $open }还没有结束。由考点系统管理员先在“结束考试”页结束该场次，再登记本场次的开考；该场次已结束的，与考场系统管理员核对开考时间。
refusal-delay-not-allowed = { $session }第 { $room } 考场于 { $at } 开考，已属延时，须先经{ $tier }同意。本版本尚不能登记延时：先记在纸上并报告主考，按其指示办理。

## 入场、缺考

refusal-not-in-this-session = 准考证号 { $ticket } 没有编排在{ $session }。由考点系统管理员核对准考证号和场次。
refusal-not-awaited = 准考证号 { $ticket } 现在的状态是“{ $presence }”，不再办理入场。由考点系统管理员核对准考证号；状态登记有误的，在“应试人员”页更正。
refusal-document-not-accepted = “{ $document }”不在本次考试的有效身份证件之列。可用的证件：{ $accepted }。由监考人员核验其中一种证件后再登记；没有这些证件的，报告主考。
refusal-entry-closed = 准考证号 { $ticket } 于 { $came_at } 到场，考场已于 { $closed_at } 停止入场，不办理入场。到场时间已经记录，由监考人员告知应试人员。
refusal-room-not-started = { $session }第 { $room } 考场没有开考记录。由考点系统管理员先在“考场报告”页登记该考场的开考时间。
refusal-entry-still-open = { $session }第 { $room } 考场到 { $closes_at } 仍可入场。由考场系统管理员在此之后核对实考人数、登记缺考。
refusal-already-confirmed = { $session }第 { $room } 考场的缺考登记已于 { $confirmed_at } 核对完毕。个别有误的，由考点系统管理员在“应试人员”页更正。
refusal-not-of-this-room = 这些准考证号不在第 { $room } 考场：{ $tickets }。由考点系统管理员与考场系统管理员核对准考证号和考场号。
refusal-seen-yet-absent = 第 { $room } 考场的这些准考证号已经入场或已经调出，不能登记为缺考：{ $tickets }。由考场系统管理员在考场内核对；入场登记有误的，先核对其余人员，再由考点系统管理员更正这几人。
refusal-turned-away = 准考证号 { $ticket } 已因迟到未准入场。确属登记有误的，登记缺考后由考点系统管理员会同主考或考务办公室更正。
refusal-late-yet-present = 第 { $room } 考场的这些准考证号在停止入场后到场，没有入场，应登记为缺考：{ $tickets }。由考场系统管理员在考场内核对；确未入场的，一并登记为缺考；实际按时入场的，由考点系统管理员先按实际时间登记入场。
refusal-room-has-ended = { $session }第 { $room } 考场已于 { $ended_at } 结束考试，登记的人数不再更改。另有情况的，由主考在考场情况记录单上注明。
refusal-counts-do-not-fit = { $session }第 { $room } 考场所报的人数不合：应到 { $here } 人，所报为实考 { $present } 人、缺考 { $absent } 人、已登录 { $logged_in } 人、已交卷 { $submitted } 人。实考与缺考之和不多于应到，已登录不多于实考，已交卷不多于已登录；由登记人与考场系统管理员核对后重新登记。
refusal-report-outdated = { $session }第 { $room } 考场的这份报告不比本机已有的新。这份报告编号 { $number }，清点时间 { $happened_at }；本机已有的编号到 { $last_number }，清点时间到 { $last_at }，手工登记的编号为 0。由登记人向考场系统管理员取得最新的报告后再登记。
refusal-nothing-to-correct = 准考证号 { $ticket } 现在的状态是“{ $presence }”，还没有核对过的缺考登记可以更正。由考点系统管理员先核对该考场的缺考登记。

## 异常、故障

refusal-no-such-place = 所填的地点（场次：{ $session }，考场：{ $room }）不在本机的考务数据中。由登记人核对场次和考场号；与具体场次或考场无关的，该项不填。
refusal-not-a-seat = “{ $seat }”不是机位号，机位号是不超过 6 位的数字。由登记人核对后填写机位号；与具体机位无关的不填。
refusal-no-open-incident = 没有编号为 { $number } 的未处理完毕的异常。由考点系统管理员在“考场”页核对编号，或先登记该异常。
refusal-closed-before-opened = 处理完毕时间 { $closed_at } 早于发生时间 { $happened_at }。核对两个时间后重新填写。
refusal-no-open-fault = 没有编号为 { $number } 的未处理完毕的故障。由考点系统管理员在“考场”页核对编号，或先登记该故障。

## 结束考试

refusal-nothing-to-write-off = 准考证号 { $ticket } 的状态是“{ $presence }、{ $answers }”，没有需要核销的作答数据。只核销已入场、作答数据待回收的应试人员，由主考核对准考证号。
refusal-incident-of-something-else = 核销须依据这名应试人员所在场次、考场作答数据无法恢复的异常；编号为 { $number } 的异常（{ $kind }）类别或地点不符。由主考在“考场”页核对编号，或先登记该考场作答数据无法恢复的异常，再核销。
refusal-closure-not-over = { $session }第 { $room } 考场封闭到 { $opens_at }，在此之前不结束考试。由考场系统管理员到时再发出结束考试指令。
refusal-rooms-not-ready = { $session }还有事项没有办完：{ $rooms }。由考点系统管理员在“结束考试”页逐项办理，或先结束其他考场。
refusal-rooms-still-open = { $session }还有考场没有结束：{ $rooms }。全部考场结束后，再由考点系统管理员核查作答数据。

## 记录与打印

refusal-draft-only = { $session }第 { $room } 考场还没有结束，现在打印的只是草稿，不作为正式的考场情况记录单。由考点系统管理员在结束该考场后打印。
refusal-copy-number-taken = 第 { $copy } 份已有，或者没有轮到，下一份是第 { $next_copy } 份。由考点系统管理员重新打印。
refusal-no-such-copy = 本机没有{ $session }第 { $room } 考场 { $form } 的第 { $copy } 份。由考点系统管理员核对份数；确实没有的，先打印。
refusal-reprint-reason-wrong = { $changed ->
    [yes] 记录内容与上一份不同，第 { $copy } 份的补印原因应为“记录内容已更正”，上一份作废留存。
   *[no] 记录内容与上一份相同，第 { $copy } 份的补印原因不能是“记录内容已更正”。
}由考点系统管理员重新选择原因后打印。
refusal-reprint-reason-needed = 这是第 { $copy } 份，属于补印。由考点系统管理员选择补印原因后再打印。

## 备份、上传

refusal-answers-not-checked = { $session }的作答数据还没有核查。由考点系统管理员先在“结束考试”页核查作答数据，再备份。
refusal-name-taken = 名为 { $name } 的备份已经存在，已有的备份不覆盖。由考点系统管理员重新备份，另取名称。
refusal-no-such-backup = 回执上的备份 { $name } 不是本机做的。由考点系统管理员核对是不是本考点的回执。
refusal-receipt-differs = 备份 { $backup } 的数据摘要与回执不一致。本机：{ $here }；回执：{ $there }。由考点系统管理员重新上传该备份，并联系省级考试机构。
refusal-already-receipted = 备份 { $backup } 已有回执（{ $serial }），与这一份不同。由考点系统管理员联系省级考试机构，确认以哪一份为准。
