# 纸质文书的签字、扫描和移交，联系方式：日志里的句子，规程不允许时的说明，代替代码的词，每一种记录的意义。

## 发生了什么

fact-paper-signed = { $form }（{ $subject }）第 { $copy } 份签字齐全，签字 { $by_count } 人。
fact-scan-attached = { $form }（{ $subject }）第 { $copy } 份签字后的扫描件已留存：{ $of } 页中有 { $pages } 页，文件摘要 { $file }。
fact-handed-over = 移交 { $number }：{ $givers } 于 { $at } 移交文书 { $papers_count } 份、存储介质 { $media_count } 个、证据 { $evidence_count } 件，接收人的工作证件和身份证件{ $cards_checked ->
    [yes] 已查验
   *[no] 没有查验
}。
fact-contact-entered = 登记联系方式：{ $contact }。

paper-of = { $session }{ $room ->
    [none] 准考证号 { $ticket }
   *[other] 第 { $room } 考场
}

## 规程不允许时的说明

refusal-not-the-sheet-to-sign = 签字的应是{ $form }（{ $subject }）最新的一份，{ $newest ->
    [0] 而本机还没有留存过
   *[other] 即第 { $newest } 份，并且已确认打印完整
}。由登记人在“记录与打印”页核对份数；没有打印完整的，补印后再签字。
refusal-sheet-superseded = { $form }（{ $subject }）第 { $copy } 份打印后内容有变动，不能再签字。由考点系统管理员补印后再签。
refusal-signed-before-the-end = 第 { $room } 考场 { $ended_at } 才结束，{ $at } 不可能已在记录单上签字。由登记人核对签字时间。
refusal-cannot-sign-this = { $person } 不能以{ $role }的身份在{ $form }上签字：名单中不是这个角色，或者属于别的考场。由登记人照纸面上的签名核对人员代码；副主考代主考签字的，先由主考在“人员”页登记委托。
refusal-signed-twice = { $form }上每人只签一处，所填的签字人有重复。由登记人照纸面上的签名改填另一人。
refusal-signature-missing = { $form }（{ $subject }）的签字还不齐，尚缺：{ $roles }。由登记人请应签的人签字，签齐后再登记。
refusal-pages-unfit = 扫描件的页数不合：{ $of } 页的文书，所填为 { $pages } 页。由登记人重新选择扫描文件。
refusal-scan-has-fewer = 这份扫描件只有 { $pages } 页，已留存的有 { $kept } 页，没有换下。由登记人补扫缺少的页，重新选择扫描文件。
refusal-two-on-each-side = { $giving ->
    [yes] 移交人须为两名不同的工作人员，所填的是同一个人
   *[no] 接收人须为两名不同的人，并且不同于移交人
}。由登记人照到场人员的证件重新填写。
refusal-nothing-to-hand-over = 还没有选定要移交的文书、存储介质或证据。由登记人选定后再办理移交。
refusal-paper-not-ready = { $form }（{ $subject }）第 { $copy } 份还没有打印完整，到移交时应签的字没有签齐，或者内容后来有变动，不能移交。由登记人先在“记录与打印”页补齐，再办理移交；时间填错的，改正时间。
refusal-gone-already = { $form }的这一份已在移交 { $handover } 中交出。由登记人核对移交单，去掉这一份后再办。
refusal-piece-not-here = 没有编号为 { $tag } 的证据，或者它已不在考点。由登记人在“违纪与异常”页核对证据的标签和保管人。
refusal-board-unsigned = 主考还没有签署这一天的开考准备总览，现在打印的只是草稿。由主考先在“考前准备”页签署，再打印报告。

## 表单的名称

site-form-e02 = 考场违纪情况记录单
site-form-e06 = 考点告示
site-form-e07 = 试卷（数据）交接单
site-form-e08 = 备份清单
site-form-e15 = 编排核对单
site-form-e16 = 硬件检查与验收表
site-form-e17 = 考前准备清单
site-form-e18 = 监考人员抽签表
site-form-e19 = 工作人员名册
site-form-e20 = 回避申报表
site-form-e21 = 突发事件报告
site-form-e22 = 证据清单和暂存登记
site-form-e23 = 清除证明
site-form-e24 = 试卷领用登记
site-form-e25 = 考场准备通知单
site-form-e26 = 考场情况记录表
site-form-e28 = 草稿纸清点表
site-form-e29 = 联系方式
site-form-r08 = 考场违纪情况记录单（空白）
site-form-r09 = 监考须知
site-form-r10 = 考场广播词
site-form-r11 = 考试日小结
site-form-r12 = 例外情况汇总
site-form-r13 = 考前准备情况报告
site-form-r14 = 封闭考场记录
site-form-r15 = 封存待清除交接单

contact-duty = 考点值班电话
contact-leading-group = 应急处理领导小组
contact-exam-area = 考区考试机构
contact-city = 市级考试机构
contact-province = 省级考试机构
contact-ministry = 部考试中心
contact-technical = 技术支持
contact-police = 公安机关
contact-medical = 医疗急救
contact-power = 供电单位
contact-network = 网络运营单位

## 每一种记录的意义

means-paper-signed = 应签字的人都在这一份纸质文书上签了字，谁在何时签的都已登记。此后内容有变动的，要打印新的一份重新签字。
means-scan-attached = 签字后的纸面扫描留存，与打印时留存的原样对应。后来更完整的扫描件代替先前的。
means-handed-over = 文书、存储介质和证据当面交给来人，双方各两人在场清点、签字。此后不再由考点保管。
means-contact-entered = 需要时给谁打电话。姓名和电话另行留存，后来的登记代替先前的。
