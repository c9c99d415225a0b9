# 规程不允许时的说明：先说现在的情况，再说下一步由谁在哪里办。

## 人员、权限、时间

refusal-not-your-role = 当前登录的角色是{ $role }，这一步由以下角色办理：{ $allowed }。由其中一人在本机登录后办理。
refusal-another-person-needed = 这一步需要另一人当场核验，可由以下角色之一核验：{ $allowed }。由其本人在本机输入 PIN。
refusal-staff-signs-now = 人员名单已经导入，不能再以锁的持有人身份办理。由办理人用自己的人员代码和 PIN 登录后再办。
refusal-site-lock-needed = 这一步需要考务锁 { $serial }，现在没有应答。由考点系统管理员插好考务锁，在“锁与授权”页输入锁的 PIN 后再办。
refusal-nobody-signed-in = 现在没有人登录。由办理人以本人身份登录后再办。
refusal-not-yet-happened = 所填时间 { $happened_at } 晚于本机现在的时间 { $now }。核对时间，事情发生之后再登记。
refusal-person-unknown = 所填的不是本机工作人员名单中的人员代码；人员按代码登记，不写姓名。由登记人在名单中查到代码后重新填写；报告人不在名单中的，由登记人以本人的代码登记。
refusal-not-at-the-desk = 现在在本机值守的是 { $holder }，离岗由值守人本人办理。需要换人的，由接替的人在本机登录后接班。
refusal-not-your-room = 当前登录的人员负责第 { $own } 考场，不能办理第 { $room } 考场的事项。由第 { $room } 考场的人员或考点系统管理员在本机登录后办理。
refusal-this-person-needed = 这一步还需要 { $person } 本人签名。由 { $person } 在本机输入自己的 PIN。
refusal-first-pin-still = { $person } 用的还是密封下发的初始 PIN，只能用来换成自己的 PIN。由 { $person } 在“人员”页换好 PIN 后再办。
refusal-site-time-unconfirmed = 本机重新启动后，考点时间还没有确认。由考点系统管理员会同另一人，在“时钟”页对照外部标准时钟确认时间后再办。
refusal-time-before-last-entry = 所填的外部时间 { $outside } 早于日志最后一条的时间 { $last_entry }，考点时间不能倒退。由办理的两人重新对照外部标准时钟填写；确实更早的，报告考务办公室，到 { $last_entry } 之后再确认。

## 上岗资格、回避、保密责任书、委托

refusal-not-qualified = 系统管理员 { $person } 还没有{ $test ->
    [yes] 实操演练
   *[no] { $drill ->
        [yes] 网上测试
       *[no] 网上测试和实操演练
    }
}的通过记录，不能上岗。已经通过的，由考务办公室人员在“人员”页登记日期，另一人核验；没有通过的，换已具备资格的系统管理员办理。
refusal-agreement-missing = 外来人员 { $person } 还没有签订安全保密责任书的记录，不能在本机办理。由本人签订纸质责任书，考点系统管理员在“人员”页登记签订日期后再办。
refusal-must-avoid = { $person } 应当回避：本人或亲属参加本次考试，准考证号 { $ticket }。由考点系统管理员报告主考，换其他人员办理。
refusal-no-administrator = “{ $person }”不是工作人员名单中的考点或考场系统管理员，不用登记网上测试和实操演练。由登记人核对人员代码。
refusal-not-for-oneself = { $person } 的上岗资格不能由本人登记或核验。由其他人员登录登记，再由考务办公室、派驻人员、主考或副主考核验。
refusal-day-too-late = 所填的日期 { $day } 晚于今天，或者晚于本次考试的最后一天。由登记人核对日期后重新填写。
refusal-topics-missing = 实操演练还有以下内容没有完成：{ $missing }。全部完成后，由登记人再登记。
refusal-not-on-the-list = 所填的不是本机工作人员名单中的人员代码。由登记人核对代码；名单有遗漏的，由考点系统管理员联系省级考试机构，取得更正后的考务数据。
refusal-tickets-unknown = 这些准考证号不在本考点的应试人员名单中：{ $tickets }。由登记人核对后重新填写；亲属不在本考点应试的，不用填写。
refusal-chief-himself = 委托由主考本人办理，受委托的副主考不能再委托他人。由主考在本机登录后办理。
refusal-no-deputy = “{ $person }”不是工作人员名单中的副主考，不能受主考委托。由主考改选一名副主考。
refusal-paper-number-wrong = 委托书编号没有填写，或者含有不能用的字符：编号只有数字、字母和短横线，不超过 20 个字符。由主考照委托书重新填写。
refusal-not-within-today = 所填的委托截止时间 { $until } 已经过去，或者不在今天。由主考重新填写，截止时间须在今天之内，并晚于现在。
refusal-nobody-to-recover = 所填的不是本机工作人员名单中的人员代码，没有可以找回的 PIN。由办理的两人核对代码后重新填写。
refusal-recovery-by-others = { $person } 的 PIN 由另外两人在场找回，本人不作为签名人。由另外两人登录签名，其中一人须为考务办公室、派驻人员、主考或副主考，本人只输入新的 PIN。

## 考点登记、编排

refusal-already-enrolled = 本机已登记为考点 { $site }。其他考点由考点系统管理员另用新的数据文件夹登记。
refusal-package-missing = 本机还没有考务数据。由考点系统管理员先在“编排”页导入考务数据。
refusal-numbers-not-confirmed = 规程模板“{ $rulebook }”中的数值尚未由考试机构对照当次考务通知确认。由考点系统管理员联系省级考试机构，取得已确认数值的考务数据后重新导入。
refusal-site-lock-not-registered = 考务锁 { $serial } 不在所给的锁具登记表中，或者登记的是另一个密钥。由考点系统管理员联系省级考试机构核对锁具注册，取得新的考务数据或锁具登记表。
refusal-taken-too-long = 导入考务数据超过了时限（到 { $closes_by } 为止），这次没有导入任何内容。由考点系统管理员在“编排”页重新导入，并在时限内完成。
refusal-edition-not-newer = 这份考务数据是第 { $offered } 版，本机已导入第 { $current } 版，只能换成更新的版本。由考点系统管理员核对文件；需要改用旧版内容的，由省级考试机构重新下发更高的版本。
refusal-sessions-under-way = { $sessions }已有考场开考或应试人员入场，编排不再更换。继续使用现有编排；个别变动先记在纸上，由考点系统管理员报告主考。
refusal-issued-is-fixed = 下发的编排考场时间戳来自考务数据，不用填写。由考点系统管理员填写注册平台和校时网站显示的值。
refusal-timestamp-blank = { $source }的编排考场时间戳没有填写。由考点系统管理员照原样填写后再确认。
refusal-timestamp-unlike = 所填内容不像{ $source }的编排考场时间戳：只能有数字、字母和日期时间符号，不超过 40 个字符。由考点系统管理员照原样重新填写。
refusal-timestamps-incomplete = 编排考场时间戳尚缺：{ $missing }。由考点系统管理员在“编排”页补填，三处一致后再办理授权。
refusal-timestamps-differ = 编排考场时间戳不一致。与其他不同的是：{ $odd }，显示为：{ $texts }。由考点系统管理员照原样核对；核对后仍不一致的，联系省级考试机构重新下发考务数据。
refusal-scan-unreadable = 扫到的不是考场数据确认单上的码，或者没有扫完整。由考点系统管理员在“编排”页重新扫码。
refusal-scan-differs = 确认单上的码与本机考务数据不一致。码的内容：{ $shown }；本机应为：{ $expected }。由考点系统管理员核对确认单的考试、考点和版本；用的是本次确认单的，联系省级考试机构。
refusal-scan-missing = 考场数据尚未扫码校验，或者最近一次校验没有通过。由考点系统管理员在“编排”页扫描确认单上的码。

## 考试授权、开考授权

refusal-unknown-session = 本机的考务数据中没有{ $session }。由考点系统管理员核对所选的场次和考务数据的版本。
refusal-already-authorized = { $session }已有开考授权（{ $serial }），一个场次只用一份。继续使用已有的开考授权；内容有疑问的，由考点系统管理员联系省级考试机构。
refusal-exam-authorization-alone = 考试授权和开考授权不在一次接收中办理。由考点系统管理员从清单中移去其中一种，先完成这一次接收，再另行接收。
refusal-exam-authorization-missing = 本机还没有这次考试的考试授权。由考点系统管理员先在“锁与授权”页接收考试授权，再办这一步。
refusal-too-early-to-authorize = { $session }的开考授权从 { $opens_at } 起办理。由考点系统管理员到时再办。
refusal-nothing-brought = 没有选中任何开考授权。由考点系统管理员在“锁与授权”页选择授权文件，或扫描、粘贴授权文本后再接收。
refusal-several-batches = 一次只接收同一批次的开考授权，所给的分属不同批次：{ $sessions }。由考点系统管理员按批次分开接收。
refusal-start-authorization-missing = { $session }的开考授权还没有接收。由考点系统管理员在“锁与授权”页开始监督操作，接收开考授权后再验证。

## 锁具的注册

refusal-lock-unregistered = 锁具 { $serial } 没有注册用于本次考试，不能使用。由考点系统管理员核对锁上的编号，换用已注册的锁具；应当注册而没有注册的，联系省级考试机构，取得新的锁具登记表后在“锁与授权”页导入。
refusal-lock-of-other-exam = 锁具 { $serial } 注册用于另一次考试（{ $exam }），不能用于本次考试。由考点系统管理员换用为本次考试注册的锁具；没有的，联系省级考试机构。
refusal-lock-of-wrong-kind = 锁具 { $serial } 的注册种类是：{ $kind }，这里要用：{ $needed }。由考点系统管理员换上种类相符的锁具后再办。
refusal-lock-of-other-key = 锁具 { $serial } 的编号已经注册，但锁里的密钥与注册的不同，可能不是注册的那一把。停止使用这把锁；由考点系统管理员报告考务办公室，联系省级考试机构核对。
refusal-lock-revoked = 锁具 { $serial } 的注册已由省级考试机构撤销，不能使用。由考点系统管理员收回这把锁，换用其他已注册的锁具；没有的，联系省级考试机构。
refusal-lock-not-yet-valid = 锁具 { $serial } 的注册从 { $since } 起有效，现在还不能使用。由考点系统管理员到时再用，或换用注册已生效的锁具；生效时间有误的，联系省级考试机构。
refusal-lock-expired = 锁具 { $serial } 的注册到 { $until } 为止，已经过期。由考点系统管理员换用注册有效的锁具；没有的，联系省级考试机构重新注册。
refusal-lock-lost = 锁具 { $serial } 已登记为遗失或被他人使用（发生于 { $lost_at }），不再有效，找到后也要重新注册才能使用。由考点系统管理员换用备用的锁具；没有的，联系省级考试机构。
refusal-register-before-package = 本机还没有考务数据，第一份锁具登记表随考务数据导入。由考点系统管理员先在“编排”页导入考务数据。
refusal-old-lock-not-revoked = 补发考务锁所附的锁具登记表中，原考务锁 { $serial } 仍可使用。由考点系统管理员联系省级考试机构，取得撤销原考务锁的补发文件后重新办理。
refusal-register-not-newer = 这份锁具登记表是第 { $offered } 号，本机现用的是{ $current ->
    [0] 随考务数据导入的第 0 号
   *[other] 第 { $current } 号
}，只能换成更新的。由考点系统管理员核对文件；需要改回的，由省级考试机构下发编号更大的登记表。
refusal-lock-not-proved = 这一步要用锁 { $serial } 签名，现在没有检测到，或者还没有用它的 PIN 打开。由考点系统管理员插好锁 { $serial }，输入锁的 PIN 后再办。

## 领用、移交、归还

refusal-not-the-custodian = 考务锁 { $serial } 由 { $holder } 保管，这一步要有保管人签名。由 { $holder } 在本机签名后再办；换人保管的，先在“锁与授权”页办理移交。
refusal-key-held-by-another = VPN 密钥 { $serial } 由 { $holder } 保管，只由保管人使用。由 { $holder } 登录办理；换人保管的，先在“锁与授权”页办理移交。
refusal-lock-issued-already = 锁具 { $serial } 现由 { $holder } 领用。由考点系统管理员核对锁上的编号；确要换人保管的，由 { $holder } 与接收人先在“锁与授权”页办理移交。
refusal-not-issued = 锁具 { $serial } 现在无人领用，不能移交或归还。由考点系统管理员核对锁上的编号；要交人保管的，先在“锁与授权”页办理领用。
refusal-room-still-runs = 锁具 { $serial } 正用于第 { $room } 考场，该考场的考试还没有结束，锁暂不离开考场。由考点系统管理员在该考场结束考试后再办这一步。

## 监督操作、校时、启用

refusal-supervision-needed = { $kind }要在监督下办理，现在没有监督人签名。由考点系统管理员在“锁与授权”页开始监督操作，由考务办公室、派驻人员、主考或副主考中的一人作为监督人签名。
refusal-supervision-open = 同类的监督操作正在进行：编号 { $number }，操作人 { $operator }，监督人 { $supervisor }。由考点系统管理员在“锁与授权”页继续办理这一次，或先把它结束。
refusal-supervisor-only = { $supervisor } 是监督操作 { $number } 的监督人，不能同时办理。由操作人登录办理，监督人在场监督。
refusal-supervision-lapsed = 监督操作 { $number } 的时限到 { $closes_by } 为止，已经超过，这一步没有办理。由考点系统管理员在“锁与授权”页重新开始监督操作，由监督人重新签名。
refusal-no-open-supervision = 没有编号为 { $number } 的正在进行的监督操作。由考点系统管理员在“锁与授权”页核对；还要办理的，重新开始监督操作。
refusal-nothing-received = 监督操作 { $number } 还没有接收到授权，不能记为完成。由考点系统管理员在“锁与授权”页接收授权，接收后即为完成；不再接收的，按放弃结束。
refusal-calibrated-later = 监考锁 { $serial } 的校时时间 { $at } 晚于现在的考点时间 { $now }。由登记人核对校时时间后重新填写；考点时间有误的，先由两人在“时钟”页确认。
refusal-calibrated-earlier = 监考锁 { $serial } 已有 { $last } 的校时记录，所填的 { $at } 比它早。由登记人核对后填写最近一次的校时时间。
refusal-calibration-stale = 监考锁 { $serial } 的校时时间是 { $at }，今天已经无效。由考点系统管理员在监督下重新校时，在“锁与授权”页登记后再启用。
refusal-not-calibrated = 监考锁 { $serial } 还没有校时记录。由考点系统管理员在监督下校时，在“锁与授权”页登记后再启用。
refusal-clock-too-far-off = 考点机与监考锁 { $serial } 的时间相差 { $offset_seconds } 秒（正数为考点机快），超过允许的 { $allowed } 秒。由考点系统管理员重新校时；仍然超过的，会同另一人在“时钟”页确认考点时间后再校时。
refusal-lock-of-other-room = 监考锁 { $serial } 不能在第 { $room } 考场启用：该锁注册用于别的考场，或者本考点没有这个考场号。注册的考场：{ $registered }。由考点系统管理员核对锁上的编号和考场号，换用该考场的锁或备用锁。
refusal-lock-in-use = 监考锁 { $serial } 已启用于第 { $room } 考场。由考点系统管理员核对锁上的编号，为本考场换用另一把锁；确要改用这一把的，重新校时后再启用。
refusal-supervisor-keeps-no-lock = { $person } 是本次监督操作的监督人，不能同时领用监考锁 { $serial }。由考点系统管理员改填另一名领用人。
refusal-rooms-without-lock = { $session }的这些考场没有校时有效、已启用并有人领用的监考锁，不能放行：{ $rooms }。由考点系统管理员先在“锁与授权”页为这些考场办理校时和启用；其他考场可先放行。

## 封场检测、验收、封存、启封

refusal-test-missing = { $last ->
    [failed] 最近一次封场检测没有通过
   *[no] 还没有封场检测的记录
}，不能验收。由考点系统管理员检测通过后在“锁与授权”页登记，再办理验收。
refusal-acceptance-missing = 考点还没有验收，不能封存设备，也不能验证开考授权。由考点系统管理员先在“锁与授权”页登记封场检测、办理验收。
refusal-seal-number-wrong = 封条编号没有填写，或者含有不能用的字符：编号只有数字、字母和短横线，不超过 20 个字符。由登记人照封条重新填写。
refusal-rooms-running = { $session }还有考场没有结束考试：{ $rooms }。由考点系统管理员在这些考场结束考试后再封存设备。
refusal-equipment-sealed = 设备已封存，现在只能查看和启封。由考点系统管理员先在“锁与授权”页核对封条、办理启封。
refusal-not-sealed = 设备现在没有封存，不用启封，也不用对封条作决定。由考点系统管理员直接办理下一步；要封存的，在“锁与授权”页登记封条编号。
refusal-unseal-reason-needed = 今天没有考试，启封须有原因和另一人核验。由考点系统管理员选择启封原因后再办。
refusal-chief-decides = 封条编号不符或者封条不完好，已记入异常 { $incident }，设备暂不使用。由主考查明情况，在“锁与授权”页登记处理决定。
refusal-seal-broken = 封条的异常 { $incident } 还没有处理决定，设备暂不使用。由主考查明情况，在“锁与授权”页登记处理决定后再办。
refusal-seal-to-be-opened = 设备还在封存中，没有发现封条有问题，不用主考作决定。由考点系统管理员会同另一人在“锁与授权”页核对封条、办理启封。
refusal-seal-not-opened = 设备没有 { $day } 的启封记录，不能验证开考授权。设备在封存中的，由考点系统管理员会同另一人在“锁与授权”页办理启封；此前没有封存的，由主考在该页登记处理决定。

## 考场放行、开考

refusal-start-not-authorized = { $session }还没有开考授权。由考点系统管理员先在“锁与授权”页接收并验证开考授权，再放行考场。
refusal-nobody-arranged = { $session }没有应试人员编排在考场 { $rooms }。由考点系统管理员核对场次和考场号。
refusal-room-not-released = { $session }第 { $room } 考场尚未放行。由考点系统管理员先在“考场总览”页放行该考场。
refusal-already-started = { $session }第 { $room } 考场已于 { $started_at } 开考，以第一次开考指令为准。由考点系统管理员与考场系统管理员核对时间。
refusal-start-before-time = 第 { $room } 考场报告的开考时间 { $at } 早于{ $session }的统一开考时间 { $starts_at }，不作为开考，已记入异常。由考点系统管理员立即与考场系统管理员核实，并报告主考；时间报错的，按实际时间重新登记。
refusal-earlier-session-open = 到所报的开考时间，第 { $room } 考场的{ $open }还没有结束。由考点系统管理员先在“结束考试”页结束该场次，再登记本场次的开考；该场次未经核对就已结束的，在该页如实登记；时间报错的，与考场系统管理员核对开考时间。
refusal-delay-not-allowed = { $session }第 { $room } 考场所报的开考时间 { $at } 已属延时开考（{ $tier }），到这一时刻还没有相应的同意、授权码或处理意见，开考没有登记，这次报告已记入日志。由考点系统管理员在“延时与补时”页提出申请：须有同意的，联系市级考试机构或规程指定的责任人，登记同意；须有授权码的，联系省级考试机构，录入授权码；由部考试中心决定的，向其报告，接收处理意见。

## 入场、缺考

refusal-not-in-this-session = 准考证号 { $ticket } 没有编排在{ $session }。由考点系统管理员核对准考证号和场次。
refusal-not-awaited = 准考证号 { $ticket } 现在的状态是“{ $presence }”，不再办理入场。由考点系统管理员核对准考证号；状态登记有误的，在“应试人员”页更正。
refusal-document-not-accepted = “{ $document }”不在本次考试的有效身份证件之列。可用的证件：{ $accepted }。由监考人员核验其中一种证件后再登记；没有这些证件的，在“应试人员”页登记在门口等候，报告主考。
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
refusal-not-a-seat = 所填的考场（{ $room }）没有这些机位：{ $seats }。由登记人核对考场号和机位号后，在“故障”页重新填写；与具体机位无关的不填。
refusal-no-open-incident = 没有编号为 { $number } 的未处理完毕的异常。由考点系统管理员在“考场”页核对编号，或先登记该异常。
refusal-closed-before-opened = 处理完毕时间 { $closed_at } 早于发生时间 { $happened_at }。核对两个时间后重新填写。
refusal-no-open-fault = 没有编号为 { $number } 的未恢复的故障。由登记人在“故障”页核对编号，或先登记该故障。

## 结束考试

refusal-nothing-to-write-off = 准考证号 { $ticket } 的状态是“{ $presence }、{ $answers }”，没有需要核销的作答数据。只核销已入场、作答数据待回收的应试人员，由主考核对准考证号。
refusal-incident-of-something-else = 核销须依据这名应试人员所在场次、考场作答数据无法恢复或者损坏的异常；编号为 { $number } 的异常（{ $kind }）类别或地点不符。由主考在“考场”页核对编号，或先登记该考场作答数据无法恢复的异常，再核销。
refusal-closure-not-over = { $session }第 { $room } 考场封闭到 { $opens_at }，在此之前应试人员不离开，考场也不结束考试。由考场系统管理员到时再办；因突发疾病等须提前离开的，由主考同意后在“考场”页按原因登记。
refusal-rooms-not-ready = { $session }还有事项没有办完：{ $rooms }。由考点系统管理员在“结束考试”页逐项办理，或先结束其他考场。
refusal-rooms-still-open = { $session }还有考场没有结束：{ $rooms }。全部考场结束后，再由考点系统管理员核查作答数据。

## 记录与打印

refusal-draft-only = { $session }第 { $room } 考场还没有结束，现在打印的只是草稿，不作为正式的记录。由考点系统管理员在结束该考场后打印；单机考试的记录，作答数据回收后即可打印。
refusal-copy-number-taken = 第 { $copy } 份已有，或者没有轮到，下一份是第 { $next_copy } 份。由考点系统管理员重新打印。
refusal-slips-not-prepared = { $session }第 { $room } 考场还没有抽取机位签的顺序。由考点系统管理员先为该考场准备机位签，再打印。
refusal-no-extra-time-given = { $session }第 { $room } 考场没有补时，没有补时登记表可以打印。由考点系统管理员核对考场号；有补时的，先在“延时与补时”页登记。
refusal-no-such-copy = 本机没有{ $session }第 { $room } 考场{ $form }的第 { $copy } 份。由考点系统管理员核对份数；确实没有的，先打印。
refusal-reprint-reason-wrong = { $changed ->
    [yes] 记录内容与上一份不同，第 { $copy } 份的补印原因应为“记录内容有变动”，上一份作废留存。
   *[no] 记录内容与上一份相同，第 { $copy } 份的补印原因不能是“记录内容有变动”。
}由考点系统管理员重新选择原因后打印。
refusal-reprint-reason-needed = 这是第 { $copy } 份，属于补印。由考点系统管理员选择补印原因后再打印。

## 备份、上传

refusal-answers-not-checked = { $session }的作答数据还没有核查。由考点系统管理员先在“结束考试”页核查作答数据，再备份。
refusal-name-taken = 名为 { $name } 的备份已经存在，已有的备份不覆盖。由考点系统管理员重新备份，另取名称。
refusal-no-such-backup = 备份 { $name } 不是本机做的。由考点系统管理员在“备份、上传与移交”页核对名称；回执上的，核对是不是本考点的回执。
refusal-receipt-differs = 备份 { $backup } 的数据摘要与回执不一致，不算已上传。本机：{ $here }；回执：{ $there }。由考点系统管理员在“备份、上传与移交”页重新导出上传包并上传，同时联系省级考试机构。
refusal-already-receipted = 备份 { $backup } 已有回执（{ $serial }），与这一份不同。由考点系统管理员联系省级考试机构，确认以哪一份为准。

refusal-nothing-to-print = 没有可以打印的{ $form }。由考点系统管理员核对场次、考场、准考证号、编号或日期，再打印。
refusal-step-not-ended = 监督操作 { $number } 还没有结束，现在打印的只是草稿。由操作人和监督人结束这次操作后再打印。
refusal-transfers-unsettled = { $session }有调出未调入的应试人员 { $pending } 人，两个考场都报告调入的 { $disputed } 人，调动单不能打印。由考点系统管理员在“调动”页逐人处理，有争议的由主考决定，之后再打印。
refusal-no-such-sheet = 本机没有{ $form }的第 { $copy } 份。由考点系统管理员核对份数；确实没有的，先打印。
refusal-sign-anew = 代码 { $person } 已不在现行的工作人员名单中，或者角色已变更。由本人重新登录；名单有误的，由考点系统管理员联系考试机构更正。
refusal-time-far-off = 输入的时间 { $outside } 与本机现在显示的 { $shown } 相差很大，确认后不能改早。由办理人再核对一次日期和时刻；确实无误的，勾选“已再次核对”后重新确认。
refusal-test-of-another-day = 这次封场检测在 { $happened_at }，不是今天。封场检测当日登记；由考点系统管理员用现行数据重新检测后登记。

## 门口核验、疑似替考

refusal-still-held = 准考证号 { $ticket } 自 { $held_at } 起在门口等候核验，还没有结果。由监考人员核验，登记人先在“应试人员”页登记准予或不予入场。
refusal-stopped-as-impostor = 准考证号 { $ticket } 在门口登记为疑似替考（异常 { $incident }），在查明之前不办理入场。由主考查明情况；确是本人的，在“应试人员”页撤销疑似替考的登记后再办理入场。
refusal-held-undecided = 第 { $room } 考场还有人在门口等候核验，没有结果，准考证号：{ $tickets }。由监考人员核验，登记人在“应试人员”页登记准予或不予入场后，再核对实考人数。
refusal-turned-back-yet-present = 第 { $room } 考场的这些准考证号在门口没有核实身份，或者登记为疑似替考，没有入场，应登记为缺考：{ $tickets }。由考场系统管理员在考场内核对；确未入场的，一并登记为缺考；后来核实并入场的，先在“应试人员”页登记入场。
refusal-not-held = 准考证号 { $ticket } 没有在门口等候核验的登记。由登记人在“应试人员”页核对准考证号；证件齐全的，直接办理入场。
refusal-decided-before-held = 所填的时间 { $at } 早于开始等候核验的时间 { $held_at }。由登记人在“应试人员”页核对时间后重新填写。
refusal-suspected-already = 准考证号 { $ticket } 已经登记为疑似替考（异常 { $incident }），不重复登记。由登记人在“应试人员”页接着登记隔开、报警的时间。
refusal-nobody-came = 准考证号 { $ticket } 已登记为缺考，没有人以此入场。由登记人核对准考证号；缺考登记有误的，由考点系统管理员先在“应试人员”页更正，再登记疑似替考。
refusal-nobody-suspected = 准考证号 { $ticket } 没有疑似替考的登记。由登记人在“应试人员”页核对准考证号；确有疑似的，先登记疑似替考。

## 机位、登录、重置

refusal-not-in-the-room = 准考证号 { $ticket } 现在的状态是“{ $presence }”，不在考场内，不办理这一步。由登记人核对准考证号；人已到门口的，先在“应试人员”页办理入场。
refusal-no-free-seat = { $session }第 { $room } 考场没有空闲机位。由登记人在“调动”页选择有空闲机位的考场；各考场都没有的，由主考在“调动”页决定启用备用考场。
refusal-seat-given-already = 准考证号 { $ticket } 已经有了 { $seat } 号机位。由登记人在“考场”页核对准考证号；机位有故障或者与亲友相邻的，选择原因后重新抽取。
refusal-seat-is-fixed = 本考点的机位按准考证号后三位确定，准考证号 { $ticket } 的机位是 { $seat }，不抽取机位。由监考人员引导本人到该机位；该机位的考试机有故障的，由考场系统管理员安排其他机位，登记人在“考场”页如实登记登录的机位。
refusal-seats-are-fixed = 本考点的机位按准考证号后三位确定，{ $session }不准备机位签，也不沿用上一场次的机位。由监考人员引导应试人员到各自的机位；登录后由登记人在“考场”页登记。
refusal-logged-in-already = 准考证号 { $ticket } 已经登录（机位：{ $seat }），不调出，也不另给机位。由登记人核对准考证号；考试机或网络有故障的，由考场系统管理员办理重置，登记人在“考场”页登记。
refusal-seat-not-faulty = { $seat } 号机位没有未恢复的故障，不能以机位故障为原因重新抽取。由登记人先在“故障”页登记该机位的故障，再在“考场”页重新抽取。
refusal-no-such-seat = 第 { $room } 考场没有“{ $seat }”这个机位。由登记人核对机位号后，在“考场”页重新填写。
refusal-seat-out-of-order = 第 { $room } 考场 { $seat } 号机位的故障还没有恢复，或者是还没有启用的备用机位。由登记人另选空闲机位；已经修好的，先在“故障”页登记恢复；要用备用机位的，先启用该机位。
refusal-seat-taken = 第 { $room } 考场 { $seat } 号机位已经有人。由登记人在“考场”页核对机位号，另选空闲机位；先前登记有误的，与考场系统管理员逐个机位核对。
refusal-named-twice = 第 { $room } 考场这次登记的内容里，有准考证号或机位出现了两次，全部没有登记。由登记人在“考场”页核对后重新登记。
refusal-not-every-seat = 第 { $room } 考场这次抽取没有把全部机位放在一起随机排列，不作数。由登记人在“考场”页重新抽取；仍不成功的，由监考人员在考场内随机安排，再登记机位。
refusal-slips-given-out = { $session }第 { $room } 考场已经准备了机位签，机位以签为准，本机不再抽取、不再准备，也不沿用上一场次的机位。由监考人员发签，登记人在“考场”页按签登记机位。
refusal-seats-given-already = { $session }第 { $room } 考场已经有人得到机位，不再准备机位签。由登记人在“考场”页继续逐人抽取机位。
refusal-nothing-to-reset = 准考证号 { $ticket } 还没有登录，不用重置。由登记人核对准考证号；考试机不能登录的，由考场系统管理员安排其他机位，登记人在“考场”页登记登录的机位。
refusal-handed-in = 准考证号 { $ticket } 的作答数据已有着落，或者本人已经离开考场，不再重置。由登记人在“考场”页核对准考证号；另有情况的，由主考在考场情况记录单上注明。
refusal-reset-in-flight = 准考证号 { $ticket } 已经重置，正等待在 { $seat } 号机位重新登录。由登记人在“考场”页登记重新登录；登录没有成功的，先登记没有成功，再次重置。
refusal-another-seat-needed = 重置的原因是{ $cause }，准考证号 { $ticket } 不能仍用 { $seat } 号机位。由登记人在“考场”页另选一个空闲、完好的机位；只是换了外接设备、机位仍可用的，重新选择原因。
refusal-no-reset-waits = 准考证号 { $ticket } 没有等待重新登录的重置。由登记人在“考场”页核对准考证号；需要重置的，先登记重置。

## 调动、备用考场

refusal-site-not-overbooked = 本考点没有超排，{ $session }不办理调出。由考点系统管理员先用备用机位、重置或单机考试解决；机位仍然不足的，登记异常，由主考同意后凭异常编号在“调动”页调出。
refusal-room-not-full = { $session }第 { $room } 考场{ $left ->
    [0] 刚好坐满，没有溢出
   *[other] 还有 { $left } 个空闲机位
}，不调出。由登记人在“考场”页安排机位；机位数与考场实际不符的，与考场系统管理员核对后在“考场报告”页登记空闲机位。
refusal-not-here-to-go = 准考证号 { $ticket } 现在的状态是“{ $presence }”，不能从本考场调出。由登记人核对准考证号；人已到门口的，先在“应试人员”页办理入场，再在“调动”页调出。
refusal-has-a-seat = 准考证号 { $ticket } 已经有了 { $seat } 号机位，不调出，调出的是后到场、还没有机位的人。由登记人在“调动”页核对准考证号；该机位有故障的，先在“故障”页登记故障。
refusal-never-transferred-out = 准考证号 { $ticket } 现在登记在第 { $room } 考场，没有待调入的调出。由登记人在“调动”页核对准考证号；人确实去了另一个考场的，先登记调出，再由到达的考场调入。
refusal-taken-in-elsewhere = 准考证号 { $ticket } 已登记在第 { $room } 考场，一次调出只由一个考场调入。由考点系统管理员与两个考场核实人在哪里，主考在“调动”页确定。
refusal-back-in-own-room = 准考证号 { $ticket } 是从第 { $room } 考场调出的，回到该考场不算调入。由登记人在“调动”页取消这次调出。
refusal-in-before-out = 所填的时间 { $at } 早于准考证号 { $ticket } 调出的时间 { $out_at }。由登记人在“调动”页核对时间后重新填写。
refusal-token-used = 准考证号 { $ticket } 的这份调动凭据已经收取过，不重复登记。由登记人在“调动”页核对此人现在的考场；确有另一次调动的，由考场重新出具凭据。
refusal-outcome-unfit = 核实结果“{ $outcome }”与所填的考场不合，或者不由调出的考场核实。由考点系统管理员在“调动”页重新选择；只有在另一考场考试的，才填写该考场。
refusal-nothing-disputed = 第 { $room } 考场与准考证号 { $ticket } 没有待确定的争议。由考点系统管理员在“调动”页核对准考证号和考场号，再由主考确定。
refusal-not-a-standby-room = 考务数据中没有第 { $room } 考场这个备用考场。由考点系统管理员从“调动”页或“故障”页所列的备用考场中选择；没有备用考场的，报告主考。
refusal-session-over = { $session }各考场都已结束考试，不再启用备用考场，也不再整场转移。由考点系统管理员核对场次；另有情况的，由主考在考场情况记录单上注明。
refusal-standby-room-in-use = 备用考场第 { $room } 考场正用于{ $session }，不能再启用。由考点系统管理员另选备用考场；要安排人到该考场的，在“调动”页调入。
refusal-standby-room-too-small = 备用考场第 { $room } 考场可用机位 { $seats } 个，要转去的应试人员 { $people } 人，坐不下。由考点系统管理员在“故障”页另选备用考场，或先启用该考场的备用机位；仍不够的，报告主考。
refusal-result-is-in = { $session }第 { $room } 考场的考场结果已经取回，不再整场转到备用考场。由考点系统管理员核对考场号；考试已经完成的，在“结束考试”页结束该考场。
refusal-incident-elsewhere = 异常 { $number } 属于另一个场次或考场，不能作为这一步的依据。由考点系统管理员在“考场”页核对编号，或先登记本场次、本考场的异常。

## 考试机、监考机、备用机位

refusal-machine-line-unfit = 第 { $room } 考场考试机清单的第 { $line } 台不能采用，整份清单没有登记：机位不在本考场或出现了两次，或者编号、地址、端口中有不能用的字符、超过 40 个字符。由登记人改正后，在“故障”页重新导入。
refusal-not-spare = 这些机位不是第 { $room } 考场的备用机位：{ $seats }。由登记人在“故障”页核对机位号，从备用机位中选择。
refusal-spare-taken = 第 { $room } 考场的这些备用机位有人使用，不能停用：{ $seats }。由登记人在“故障”页只停用空闲的备用机位；其余的等考试结束后再停用。
refusal-machine-name-unfit = 第 { $room } 考场所填的监考机编号不合：编号由大写字母、数字和短横线组成，不超过 16 个字符，更换前后的两台不能相同。由登记人照机器上的编号，在“故障”页重新填写。
refusal-another-machine-serves = 第 { $room } 考场现用的监考机是 { $machine }，与所填的不同。由登记人照机器上的编号核对后，在“故障”页重新填写。
refusal-spare-in-use = 监考机 { $machine } 正用于第 { $room } 考场。由登记人核对机器上的编号，在“故障”页另选一台备用监考机。
refusal-data-not-restored = 第 { $room } 考场正在考试，换上的监考机里还没有本考场的数据。由考场系统管理员先把数据恢复到这台监考机，再在“故障”页登记更换。

## 离开、考试信号、空闲机位

refusal-left-already = 准考证号 { $ticket } 已于 { $left_at } 离开考场。由登记人在“考场”页核对准考证号；另有情况的，由主考在考场情况记录单上注明。
refusal-not-started-yet = { $session }第 { $room } 考场还没有登记开考，应试人员不离开考场，也不补时。开考推迟的，由考点系统管理员在“延时与补时”页办理延时开考；已经开考的，先在“考场报告”页登记开考；因突发疾病等须离开的，由主考同意后在“考场”页按原因登记。
refusal-room-suspended = 第 { $room } 考场正在处理故障 { $fault }，恢复之前应试人员不离开考场。由考场系统管理员处理，登记人在“故障”页登记恢复后再办；因突发疾病等须离开的，由主考同意后在“考场”页按原因登记。
refusal-rung-already = { $session }的{ $bell }已于 { $rung_at } 登记，以第一次为准。由登记人核对场次和信号的种类；信号再次发出的，不用登记。
refusal-reminded-too-early = { $session }第 { $room } 考场从 { $due_at } 起提醒剩余时间，所填的时间比它早。由监考人员到时提醒，登记人再登记；提醒过的，核对时间后重新填写。
refusal-free-seats-do-not-fit = { $session }第 { $room } 考场所报的空余机位数 { $free_seats } 不合：按实考人数，空余的至少 { $least } 个，至多为全部机位。由登记人与考场系统管理员核对；机位有故障的，先在“故障”页登记。
refusal-room-moved-away = { $session }第 { $room } 考场的应试人员已全部转到第 { $to } 考场。由登记人在“考场”页选第 { $to } 考场办理。
refusal-out-before-in = 所填的调出时间 { $at } 早于准考证号 { $ticket } 进入考场的时间 { $came_at }。由登记人在“调动”页核对时间后重新填写。
refusal-too-late-to-keep = { $session }第 { $room } 考场已经开考，不再整场沿用上一场次的机位。由登记人在“考场”页逐人登记机位。

## 延时开考、补时：事由、申请、同意

refusal-no-cause = { $session }的延时开考或补时没有写明事由，不能办理。由登记人先在“故障”页登记故障，或在“考场”页登记异常，再到“延时与补时”页选为事由。
refusal-no-such-cause = 没有编号为 { $number } 的故障或异常，不能作为事由。由登记人在“故障”页和“考场”页核对编号；还没有登记的，登记后再到“延时与补时”页选用。
refusal-cause-not-here = { $session }的这些考场在这半天没有发生故障或异常 { $number }，不能作为事由。由登记人在“延时与补时”页去掉它，只留涉及这些考场的事由；没有的，先在“故障”页登记。
refusal-cause-elsewhere = 所选的事由都不涉及{ $session }第 { $room } 考场，或者不在同一个半天。由登记人在“延时与补时”页改选涉及该考场的故障或异常；没有的，先在“故障”页登记。
refusal-started-so-extra-time = { $session }第 { $room } 考场已于 { $started_at } 开考，不再办理延时开考。开考以后耽误的时间，由考点系统管理员在“延时与补时”页办理补时。
refusal-minutes-unfit = 所填的分钟数 { $minutes } 不合，应为 1 到 { $most } 的整数。由登记人在“延时与补时”页重新填写。
refusal-no-authority-needed = { $measure } { $minutes } 分钟，不用提出申请。由考点系统管理员直接办理：开考的，在“考场报告”页登记；补时的，在“延时与补时”页登记。
refusal-no-such-application = 没有编号为 { $number } 的申请，或者不是所需的那一种申请。由登记人在“延时与补时”页核对编号；还没有申请的，先提出申请。
refusal-not-theirs-to-allow = 申请 { $application } 不能这样登记：{ $authority }。由登记人在“延时与补时”页核对，只登记规程指定的同意；省级考试机构给出的是授权码，部考试中心给出的是处理意见，分别录入。
refusal-speaker-unfit = 同意登记中，对方的{ $part ->
    [name] 姓名
    [office] 单位和职务
   *[other] 电话
}不合：姓名、单位和职务都要填写，电话可以空白，每项只写一行，不超过 { $most } 个字符。由登记人在“延时与补时”页重新填写。
refusal-allowed-before-cause = 所填的同意、授权码或处理意见的时间 { $given_at } 早于事由发生的时间 { $happened_at }。由登记人在“延时与补时”页核对时间后重新填写；事由选错的，选对事由，重新提出申请。

## 授权码、处理意见

refusal-not-applied-for = 申请 { $application } 中没有这一项：{ $purpose }{ $subject ->
    [none] {""}
   *[other] （{ $subject }）
}。由录入人在“延时与补时”页改选列有这一项的申请；没有的，由考点系统管理员先提出申请，再录入授权码。
refusal-code-mistyped = { $length ->
    [20] 授权码的第 { $groups } 组有误，没有采用，已记入日志。由录入人让对方重读这几组
   *[other] 授权码应有 20 个字符，所填的有 { $length } 个，没有采用，已记入日志。由录入人让对方逐组重读
}，在“延时与补时”页改正后重新录入。
refusal-code-not-for-this = 授权码没有录错，但不是给这一项的：{ $purpose }{ $subject ->
    [none] {""}
   *[other] （{ $subject }）
}。没有采用，已记入日志。由录入人在“延时与补时”页查看它是给哪一项的；不是本考点的，由考点系统管理员与省级考试机构核对考点、场次、考场或准考证号，取得这一项的授权码。
refusal-code-for-fewer = 授权码有效，已经登记，但只到 { $minutes } 分钟，申请的是 { $asked } 分钟。由考点系统管理员在 { $minutes } 分钟之内先办理；不够的，联系省级考试机构，取得不少于 { $asked } 分钟的授权码，在“延时与补时”页录入。
refusal-code-minutes-unfit = 所填的授权码分钟数 { $minutes } 不合，应为 1 到 { $most } 的整数。由录入人照省级考试机构口述的分钟数，在“延时与补时”页重新填写。
refusal-directive-elsewhere = 这份处理意见属于{ $session }（考场：{ $rooms }），与申请 { $application } 的场次或考场不符。由考点系统管理员在“延时与补时”页改选对应的申请；没有的，联系部考试中心核对。
refusal-newer-directive = 这份处理意见作出于 { $issued_at }，其中的考场已经接收过不早于它的处理意见（{ $newer_at }），以最新的为准。由考点系统管理员在“延时与补时”页核对；确有更新的，向部考试中心取得后再接收。
refusal-room-called-off = 按部考试中心的处理意见，{ $session }第 { $room } 考场的考试{ $called_off }，这一场次不在该考场进行。由考点系统管理员在“延时与补时”页核对处理意见，并报告主考；部考试中心另有决定的，接收新的处理意见。

## 补时

refusal-caused-by-candidate = 应试人员自身原因耽误的时间不补时。原因选错的，由登记人在“延时与补时”页重新选择；应试人员影响考试秩序的，由登记人在“考场”页登记异常，涉嫌违纪的在“违纪与异常”页登记。
refusal-nothing-lost = 所填的恢复作答时间 { $until } 不晚于停止作答的时间 { $since }，没有耽误。由登记人在“延时与补时”页核对两个时间后重新填写。
refusal-lost-before-start = 所填的时间在{ $session }第 { $room } 考场开考（{ $started_at }）之前，没有占用作答时间，不补时。由登记人在“延时与补时”页核对时间；开考推迟的，结束时间已随开考推后，不用办理。
refusal-lost-before-cause = 所填的停止作答时间 { $since } 早于事由发生的时间 { $happened_at }。由登记人在“延时与补时”页核对时间；事由选错的，改选较早的故障或异常；没有的，先在“故障”页登记。
refusal-lost-after-cause = 所填的停止作答时间 { $since } 不早于所选故障恢复的时间 { $closed_at }，不会由这些故障造成。由登记人在“延时与补时”页核对时间；另有事由的，改选对应的故障或异常；没有的，先在“故障”页登记。
refusal-lost-after-end = 所填的停止作答时间 { $since } 不早于作答结束的时间 { $ends_at }，没有占用作答时间，不补时。由登记人在“延时与补时”页核对时间；更早耽误的还没有补的，先补更早的，结束时间随之推迟。
refusal-more-than-lost = 准考证号 { $ticket } 补时后累计 { $total } 分钟，多于耽误的 { $lost } 分钟。由登记人在“延时与补时”页核对；确实无误的，再次确认后办理。
refusal-authority-missing = { $session }有人补时后的累计分钟数超出现在准许的：{ $people }。由考点系统管理员在“延时与补时”页提出申请，联系省级考试机构取得授权码后录入；规程规定由责任人同意的，登记同意。在此之前，只补现在准许的分钟数。
refusal-room-authority-missing = { $session }第 { $room } 考场全考场补时累计将达 { $total } 分钟（已补 { $used } 分钟），须有给整个考场的、不少于 { $total } 分钟的授权{ $most ->
    [0] {""}
   *[other] ，现有的只到 { $most } 分钟
}；只给某些应试人员的授权，不推迟考场的结束时间。由考点系统管理员在“延时与补时”页为整个考场提出申请，取得授权码后录入；规程规定由责任人同意的，登记同意。只有一部分应试人员耽误作答的，选定这些人补时。
refusal-tool-needed = { $session }的这些准考证号补时后，累计分钟数超出省级考试机构可以授权的：{ $tickets }。由考点系统管理员联系部考试中心，申请专用工具补时，再在“延时与补时”页登记结果。
refusal-not-answering = 准考证号 { $ticket } 现在的状态是“{ $presence }、{ $answers }”，或者已经放弃、离开，不在作答，不补时。由登记人核对准考证号；作答确实受了影响的，在“考场”页登记异常，报告主考。
refusal-nobody-answering = { $session }第 { $room } 考场当时的应试人员现在都不在作答，不补时。由登记人在“延时与补时”页核对考场和时间；作答确实受了影响的，在“考场”页登记异常，报告主考。
refusal-sat-elsewhere = 耽误作答的时候，准考证号 { $ticket } 不在{ $session }第 { $room } 考场。由登记人在“延时与补时”页核对准考证号和时间，选当时所在的考场办理。
refusal-nobody-named = { $session }用专用工具办理的补时没有写明准考证号。专用工具是逐人补时的，由登记人在“延时与补时”页选定应试人员后再登记。
refusal-no-tool-needed = 准考证号 { $ticket } 补时后累计 { $total } 分钟，不用专用工具。由考点系统管理员在“延时与补时”页直接补时；需要授权码的，先联系省级考试机构，取得后录入。
refusal-reference-unfit = 所填的专用工具编号“{ $reference }”不合：编号只有字母、数字和 ( ) - . / _，不超过 40 个字符，不写姓名、证件号码和手机号码。由登记人照部考试中心给出的编号，在“延时与补时”页重新填写。
refusal-no-such-grant = { $session }没有编号为 { $number } 的补时，或者它已经撤回。由登记人在“延时与补时”页的补时登记中核对编号。
refusal-code-text-unfit = 不可核验的授权码须照对方所说填写：字母、数字和连字符，3 至 40 位。重听后再登记。

## 单机考试：主考同意

refusal-administrator-confirms = 重置和更换考试机都不可行，须由考点或考场系统管理员说明，所填的报告人 { $person } 不是系统管理员。由登记人与系统管理员核实后，在“单机考试”页把报告人改为这名系统管理员。
refusal-not-the-chief = 单机考试须经主考同意。所填的 { $person } 不是主考，在同意时也没有有效的书面委托，或者当面同意而没有在本机签名。由主考在“单机考试”页本人签名；主考不在本机旁边的，登记为电话同意，事后由主考签名确认。
refusal-no-failed-reset = 准考证号 { $ticket } 没有重置后仍不能登录的记录，不能以此为原因。由登记人先在“考场”页办理重置，并登记重新登录的结果；不可能重置的，在“单机考试”页改选其他原因，由系统管理员说明。
refusal-nobody-to-go-on = 准考证号 { $ticket } 现在的状态是“{ $presence }、{ $answers }”，或者已经放弃、离开，不在作答，不办理单机考试。由登记人核对准考证号；状态登记有误的，由考点系统管理员先在“应试人员”页更正。
refusal-consent-after-export = 准考证号 { $ticket } 的第 { $number } 份作答包已经导出，同意须在导出之前登记。由登记人在“单机考试”页按此前的同意继续办理；作答包还没有使用、须重新登记同意的，先收回这份作答包。
refusal-warning-unread = 单机考试没有同步备份，主考须先知道这一点再同意。由登记人把“单机考试”页上的提示读给主考，勾选后再登记同意（准考证号 { $ticket }）。
refusal-nothing-to-ratify = 准考证号 { $ticket } 没有等待签名确认的电话同意。由登记人在“单机考试”页核对准考证号；还没有登记同意的，先登记同意。

## 单机考试：作答包、登录、补时凭证

refusal-consent-needed = 准考证号 { $ticket } 本场次的单机考试还没有主考的同意，没有导出作答包。由考点或考场系统管理员先在“单机考试”页登记主考的同意。
refusal-package-out = 准考证号 { $ticket } 的第 { $number } 份作答包已经导出给机器 { $machine }，同一人同一场次只有一份有效。由登记人在“单机考试”页继续办理这一份；确需另行导出的，选择前一份作废的原因后再导出。
refusal-old-session-live = 准考证号 { $ticket } 还在 { $seat } 号机位登录着，没有导出作答包。由登记人先在“考场”页登记重置，再到“单机考试”页导出；考试机、网络或供电中断而不能重置的，在“故障”页登记该机位的故障，以它为事由重新登记主考的同意。
refusal-machine-in-use = 机器 { $machine } 正用于准考证号 { $ticket } 的单机考试。由登记人核对机器名称，在“单机考试”页改用另一台机器的登记文件。
refusal-package-number-taken = 准考证号 { $ticket } 的第 { $number } 份作答包已有，或者没有轮到，下一份是第 { $next_number } 份。由登记人在“单机考试”页重新导出。
refusal-issued-long-ago = 准考证号 { $ticket } 的作答包从 { $issued_at } 起计时，与现在 { $now } 相差过大，没有登记。由登记人在“单机考试”页重新导出，剩余作答时间随之重新计算。
refusal-no-time-left = 准考证号 { $ticket } 的作答时间已经用完，没有导出作答包。由登记人先在“延时与补时”页补足耽误的时间，再到“单机考试”页导出；没有耽误的，不再导出，已有的作答数据在“结束考试”页登记回收。
refusal-no-package-out = 准考证号 { $ticket } 没有正在使用的单机考试作答包，不办理这一步。由登记人在“单机考试”页核对准考证号；还没有导出的，先导出作答包。
refusal-not-our-package = 准考证号 { $ticket } 的第 { $number } 份作答包是其他系统导出的，本机不签发补时凭证。由考点或考场系统管理员在该系统中增加作答时间。
refusal-machine-works = 没有尚未排除的故障使准考证号 { $ticket } 的考试机不能使用，先办理重置。由考场系统管理员在“故障”页核对；机器确已损坏的，先登记故障，再申请单机考试。
refusal-station-name-unfit = 考试机名称只能用字母、数字和连字符，最多 32 个，也不能是证件号码或手机号码。由登记人核对准考证号 { $ticket } 所用考试机的名称后重新填写。
refusal-login-unnoted = 准考证号 { $ticket } 的第 { $number } 份作答包还没有登记登录时间，耽误的作答时间算到登录为止。由考场系统管理员先在“单机考试”页登记登录时间，再签发补时凭证。
refusal-package-itself = 这个文件就是准考证号 { $ticket } 的第 { $number } 份作答包，不是回收的作答数据。由考场系统管理员在那台机器上另取作答数据文件。
refusal-ended-before-checked = { $session }第 { $room } 考场填写的结束时间 { $at } 早于最后一项核对的时间 { $told_at }。由考点系统管理员核对时间后重新填写；考场确在核对完之前结束的，到“结束考试”页登记“未核对即结束”。
refusal-voucher-too-long = 准考证号 { $ticket } 自导出以来补时共 { $minutes } 分钟，超过一张补时凭证的上限。由考点系统管理员在“单机考试”页重新导出作答包。
refusal-went-on-already = 准考证号 { $ticket } 已登记于 { $at } 在单机作答终端登录，以第一次登记为准。由登记人在“单机考试”页核对；登记有误的，由主考在考场情况记录单上注明。
refusal-before-export = 所填的时间 { $at } 早于准考证号 { $ticket } 的作答包导出的时间 { $exported_at }。由登记人在“单机考试”页核对时间后重新填写。
refusal-nothing-to-pass-on = 准考证号 { $ticket } 累计补时 { $minutes } 分钟，作答包和此前的补时凭证已经全部包含，没有新的补时。由登记人先在“延时与补时”页办理补时，再到“单机考试”页签发补时凭证。
refusal-answered-there = 准考证号 { $ticket } 的第 { $number } 份作答包已经登录使用，不能收回作废。由考点或考场系统管理员在交卷后到“单机考试”页回收作答数据；机器不能继续使用的，选择前一份作废的原因，另行导出。
refusal-on-standalone = 准考证号 { $ticket } 正用单机考试作答包作答，在考场的考试机上不再办理登录、重置、调动和更正。由登记人在“单机考试”页继续办理；作答包还没有使用、要回到考试机的，先在该页收回作答包。

## 单机考试：回收作答数据

refusal-no-such-standalone = { $number ->
    [0] 本场次没有准考证号 { $ticket } 的应试人员，或者没有登记过其单机考试作答包
   *[other] 本机没有给准考证号 { $ticket } 导出过本场次的第 { $number } 份单机考试作答包
}，这一步没有办理。由登记人在“单机考试”页核对场次和准考证号；文件来自其他考点的，退回原考点。
refusal-returned-already = 准考证号 { $ticket } 第 { $number } 份作答包的这个文件已经收取过，只计一次。由登记人在“单机考试”页核对；另有文件的，选另一个文件。
refusal-return-doubtful = 准考证号 { $ticket } 第 { $number } 份作答包的作答数据已经留存，暂不计入：{ $flaws }。由主考在“单机考试”页逐份核对，确定以哪一份为准。
refusal-nothing-to-decide = 准考证号 { $ticket } 没有等待主考决定的作答数据，或者所选的不是其中一份。由登记人在“单机考试”页核对准考证号和所选的文件，再由主考决定。

## 存储介质

refusal-medium-unfit = 存储介质的标签“{ $label }”、编号或封条编号不合：标签和封条编号由数字、字母和短横线组成，不超过 20 个字符；编号还可以有点和下划线，不超过 64 个字符。由登记人照介质和封条重新填写。
refusal-own-disk = 给介质“{ $label }”选的文件夹在本机自己的硬盘上，本机损坏时备份也会一起丢失，没有登记。由登记人插入存储介质，选择其中的文件夹。
refusal-label-taken = 另一个存储介质已经用了标签“{ $label }”，没有登记。由登记人核对介质；确是新的介质，换一个标签后再登记。
refusal-medium-not-registered = 存储介质 { $serial } 没有登记，不能带出文件。由考点系统管理员在“备份、上传与移交”页登记它的标签和保管人，或者换用已登记的介质。

## 结束前核对、结束当日考试

refusal-roll-first = { $session }第 { $room } 考场的缺考登记还没有核对，不能登记作答数据的回收。由登记人先在“考场报告”页核对缺考登记，再到“结束考试”页登记。
refusal-not-to-collect = 填写的这些准考证号不在{ $session }第 { $room } 考场待回收之列，或者填写了两次，全部没有登记：{ $tickets }。缺考、单机考试、已核销和已回收的不填；由登记人与考场系统管理员核对后，在“结束考试”页重新登记。
refusal-logged-in-after-all = { $session }第 { $room } 考场的这些准考证号登录过，不能登记为未登录：{ $tickets }。由登记人与考场系统管理员核对；作答数据没有到监考机的，在“结束考试”页列为手动回收；确实无法恢复的，由主考依据异常核销。
refusal-count-differs = { $session }第 { $room } 考场所报已回收作答数据 { $told } 人，按本机登记应为 { $expected } 人，没有登记。由登记人与考场系统管理员逐人核对，在“结束考试”页把未登录和须手动回收的准考证号填全；缺考或调动登记有误的，先更正。
refusal-result-tells-it = { $session }第 { $room } 考场有签名的考场结果已经取回，以它为准，不再口头登记，也不手工录入。由登记人在“考场报告”页查看；考场重新回收了作答数据的，取回新的考场结果。
refusal-nothing-by-hand = 准考证号 { $ticket } 没有待手动回收的作答数据。由登记人核对准考证号；确须手动回收的，先在“结束考试”页登记作答数据的回收时列出。
refusal-result-reason-needed = { $session }第 { $room } 考场已有考场结果，这个文件内容不同，将作为第 { $version } 版，还没有采用。由登记人在“考场报告”页选择再次取回的原因后取回；已有的结果仍然留存。
refusal-sheets-do-not-fit = { $session }第 { $room } 考场所填的草稿纸张数不合：发放 { $handed_out } 张，收回 { $returned } 张。收回的不多于发放的，也不小于零；由登记人与监考人员清点后，在“结束考试”页重新填写。
refusal-sheets-missing = { $session }第 { $room } 考场的草稿纸少收回 { $missing } 张，没有写明原因。由登记人与监考人员查明，在“结束考试”页选择原因后登记；有人带出考场的，违纪另行记录。
refusal-end-reported-already = { $session }第 { $room } 考场已登记于 { $at } 未经核对即结束考试，不重复登记。由登记人在“结束考试”页逐项办理未办的事项，办完后登记该考场结束。
refusal-nothing-holds-up = { $session }第 { $room } 考场没有未办的事项，不算未经核对的结束。由登记人在“结束考试”页直接登记该考场结束。
refusal-nothing-stands-open = “{ $check }”一项没有未办的事项，不用主考准予。由登记人在“结束考试”页核对考场和项目后继续办理。
refusal-rule-is-hard = “{ $check }”一项必须办妥，主考也不能准予通过。由登记人在“结束考试”页办理这一项。
refusal-no-exam-that-day = { $day } 没有编排过应试人员的场次。由登记人在“结束考试”页核对日期。
refusal-day-not-ready = { $day } 的考试还有事项没有补齐：{ $open }。由考点系统管理员在“结束考试”页逐项办理，全部办妥后由主考会同结束当日考试。
