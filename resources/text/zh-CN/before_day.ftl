# 考前：硬件检查、准备事项、测试、封闭考场、培训、监考安排、总览，以及每一种记录的意义和不能办理时的说明。

fact-probe-round-begun = 机器情况采集开始新的一次，编号 { $nonce }，自 { $at } 起只读入这一次的文件。
fact-machine-checked = { $room ->
    [none] {""}
   *[other] 第 { $room } 考场的
}{ $kind } { $machine } 于 { $at } 检查，登记 { $readings_count } 项，报告人 { $reported_by }。
fact-machines-removed = 于 { $at } 从硬件检查中去掉机器 { $machines_count } 台：{ $machines }，报告人 { $reported_by }。
fact-item-seen-to = { $rooms_count ->
    [0] 考点
   *[other] 第 { $rooms } 考场
}的准备事项“{ $item }”于 { $at } 检查：{ $state }{ $text ->
    [none] {""}
   *[other] ，具体情况另行留存
}，报告人 { $reported_by }。
fact-rooms-tested = { $kind }于 { $at } 进行：{ $rooms }，报告人 { $reported_by }。
tested-room = 第 { $room } 考场 { $seats } 个机位{ $passed ->
    [yes] 通过
   *[no] 没有通过
}
fact-rooms-closed = 于 { $at } 封闭考场：{ $rooms }，报告人 { $reported_by }。
room-seal = 第 { $room } 考场封条 { $seal }
fact-rooms-opened = 封闭的第 { $rooms } 考场于 { $at } 开启，封条{ $intact ->
    [yes] 完好，编号相符
   *[no] 不完好或者编号不符
}{ $reason ->
    [none] {""}
   *[other] ，开启原因是{ $reason }
}，报告人 { $reported_by }。
fact-staff-trained = 登记 { $people_count } 人于 { $on } 参加考务培训，内容为{ $topics }：{ $people }{ $late ->
    [yes] ；晚于规定的日期，由主考准许
   *[no] {""}
}。
fact-draw-numbered = 登记 { $day } 监考安排的抽签，此时还不知道结果：{ $numbered }。
numbered = 第 { $number } 次抽签，种子 { $seed }{ $reason ->
    [none] {""}
   *[other] ，重新抽签的原因是{ $reason }
}{ $beyond ->
    [yes] ，流动监考可以多于规定的考场数
   *[no] {""}
}
post = { $person }（第 { $room } 考场）
fact-duty-drawn = { $day } 监考安排的第 { $number } 次抽签于 { $at } 抽定：监考人员 { $posts_count } 人，流动监考 { $rounds_count } 人。
fact-availability-set = { $people } 自 { $at } 起{ $reason ->
    [none] 可以参加抽签
   *[other] 不参加抽签，原因是{ $reason }
}，报告人 { $reported_by }。
fact-duty-replaced = { $day } 第 { $rooms } 考场的监考于 { $at } 由 { $out } 换为 { $put_in }，原因是{ $reason }，报告人 { $reported_by }。
fact-board-was-signed = 主考 { $by } 于 { $at } 签署 { $day } 的开考准备总览：{ $decision }{ $open_count ->
    [0] {""}
   *[other] ，当时有 { $open_count } 项未就绪
}{ $reason ->
    [none] {""}
   *[other] ，原因另行留存
}。

means-probe-round-begun = 新的采集编号开始使用，此前采集的文件不再读入，以免把旧的情况当作现在的。
means-machine-checked = 一台机器各项检查的结果，由采集工具读取或者由人查看。每一项以最后一次为准，以前的仍在日志里。
means-machines-removed = 这些机器不在本考点使用，或者名称登记有误，不再列入硬件检查。
means-item-seen-to = 考前准备中的一项由人查过。每一项以最后一次为准。
means-rooms-tested = 各考场测试的结果。每个考场以最后一次为准；没有通过模拟测试的，考点须重新验收。
means-rooms-closed = 准备就绪的考场由两人封闭，贴上有编号的封条。此后动过机器的，检查后重新封闭。
means-rooms-opened = 封闭的考场开启。考试日之前开启的，要有原因和两个人。
means-staff-trained = 这些人员参加了考务培训。晚于规定日期的，由主考准许。
means-draw-numbered = 抽签之前先把编号、种子、人员和考场写进日志，结果由它们唯一确定，谁也不能反复抽到合意为止。
means-duty-drawn = 按已经登记的种子抽定每个人的考场。任何人都可以照同样的办法再算一遍。
means-availability-set = 不能到岗或者应当回避的人员不参加抽签，恢复后可以参加。
means-duty-replaced = 抽签之后换人，要有原因，并由主考会同签名。原来的抽签结果仍在日志里。
means-board-was-signed = 主考看过各考场、各项准备之后作出的决定。此后又出现未就绪的项目，要重新签署。

## 规程不允许时的说明：硬件检查

refusal-probe-mark-unfit = 采集编号不合要求，或者已经用过，没有开始新的一次。由登记人在“硬件检查”页重新开始，编号由本机给出。
refusal-probe-of-another-round = 编号为 { $nonce } 的文件不是这一次采集的，全部没有登记。由登记人在“硬件检查”页核对本次编号，用这一次的采集工具重新采集。
refusal-machine-unfit = { $kind }“{ $machine }”的名称或者位置不合：名称由字母、数字、点、短横线和下划线组成，不超过 40 个字符；考试机要填考场，考点机不填考场。由登记人照机器核对后，在“硬件检查”页重新填写。
refusal-machine-twice = 机器 { $machine } 在这一批中出现了两次，全部没有登记。由登记人核对是否两台机器同名；同名的先改名，再到“硬件检查”页登记。
refusal-reading-unfit = 机器 { $machine } 的“{ $item }”不能填“{ $value }”，这一批没有登记。由登记人照机器核对后，在“硬件检查”页重新填写；不知道的不填。
refusal-no-such-machine = 硬件检查中没有机器 { $machine }。由登记人在“硬件检查”页核对名称。

## 准备事项、测试、封闭考场

refusal-item-not-asked = 本次考试的规程不要求“{ $item }”这一项，不用登记。由登记人在“考前准备”页选其他事项。
refusal-item-elsewhere = “{ $item }”登记的地方不合：有的事项按考场登记，有的按整个考点登记，有的只涉及部分考场。由登记人在“考前准备”页照列出的考场重新登记。
refusal-cannot-lack = “{ $item }”是每个考点都要有的，不能登记为没有。由登记人落实后在“考前准备”页登记；暂时没有落实的，登记为有问题并写明情况。
refusal-room-test-unfit = 第 { $room } 考场测试的机位数不合，或者列了两次：该考场最多 { $most } 个，通过的至少测试 1 个。由登记人核对后，在“考前准备”页重新填写。
refusal-no-cloud-room = 第 { $room } 考场不是云机房，没有满负荷联合测试这一项。由登记人在“考前准备”页核对考场。
refusal-later-test-known = 第 { $room } 考场已登记 { $at } 的测试，比这一次晚，以最后一次为准。由登记人在“考前准备”页核对时间；确实又测过的，按实际时间登记。
refusal-simulated-test-missing = 这些考场没有登记模拟测试，或者最后一次没有通过：{ $rooms }。由考点系统管理员在“考前准备”页登记模拟测试的结果；不能使用的考场，其应试人员另有安排的，可以除外验收。
refusal-door-seal-unfit = 第 { $room } 考场的封条编号不合，或者这个考场列了两次：编号由大写字母、数字和短横线组成，不超过 20 个字符，每个考场一张。由登记人照封条核对后，在“考前准备”页重新填写。
refusal-door-seal-used = 封条 { $seal } 已经用过，一张封条只用一次。由登记人照封条核对编号；确实用过的，换一张封条，再到“考前准备”页登记。
refusal-room-closed-already = 第 { $room } 考场已用封条 { $seal } 封闭，此后没有动过机器，不用再封。由登记人在“考前准备”页核对考场。
refusal-room-not-closed = 第 { $room } 考场在所填的时间不是封闭的，没有登记开启。由登记人在“考前准备”页核对考场和时间。
refusal-later-closing-known = 第 { $room } 考场在 { $at } 还有封闭、开启或者机器变动的记录，不能补记在这之前的封闭。由登记人在“考前准备”页核对时间；现在要封闭的，检查后换上新的封条，按实际时间登记。
refusal-opening-needs-reason = 封闭的考场在考试日之前不随意开启，要选一个原因。由登记人在“考前准备”页选好原因，与另一人一同登记。
refusal-no-board-yet = 没有待决定的考试日：本机还没有编排应试人员的场次，或者各考试日都已过去。由考点系统管理员在“编排”页核对考务数据，再由主考签署。
refusal-gates-open = 还有 { $open } 项未就绪，没有签署为同意开考。由主考在“考前准备”页逐项查看；仍然同意开考的，写明理由后签署。

## 培训、监考安排

refusal-no-topic = 还没有选培训的内容，没有登记。由登记人在“人员”页至少选一项内容。
refusal-no-room-drawn = 登录的监考人员没有抽到考场，作为备用人员不办理第 { $room } 考场的事项。由第 { $room } 考场的人员或考点系统管理员办理；换人上岗的，先在“监考安排”页登记。
refusal-nothing-to-draw = { $day } 本考点没有编排应试人员的场次，没有可以抽签的考场。由考点系统管理员在“监考安排”页核对日期。
refusal-drawn-too-late = { $day } 已有考场开考，不再抽签。由考点系统管理员会同主考在“监考安排”页逐个换人。
refusal-draw-pending = { $day } 的第 { $number } 次抽签已经登记编号，还没有抽定，不能另起一次。由考点系统管理员在“监考安排”页先把这一次抽定。
refusal-redraw-needs-reason = { $day } 的监考考场已经抽定，没有原因不重新抽签。由考点系统管理员在“监考安排”页选好原因，会同主考重新抽签。
refusal-no-draw-numbered = { $day } 的抽签还没有登记编号，不能抽定。由考点系统管理员在“监考安排”页从头开始抽签。
refusal-draw-impossible = 没有抽出结果：{ $rule }做不到{ $rooms ->
    [none] {""}
   *[other] ，涉及考场 { $rooms }
}，需要 { $needed } 人，能安排的有 { $found } 人；名单中另有 { $untrained } 人没有登记培训，{ $unavailable } 人不能到岗，{ $avoiding } 人应当回避。由考点系统管理员在“监考安排”页和“人员”页补足后重新抽签；流动监考不足的，主考可以准许每人多于规定的考场数。
refusal-on-duty-now = { $person } 今天已经抽到考场，不能直接改为不参加抽签。由考点系统管理员会同主考在“监考安排”页换人。
refusal-duty-over = { $day } 已经过去，当天谁在哪个考场以日志为准，不再换人。由考点系统管理员在“日志”页查看。
refusal-not-on-duty = { $person } 当天没有抽到考场，没有可以替换的。由登记人在“监考安排”页核对人员代码和日期。
refusal-wrong-for-duty = { $person } 的角色是{ $role }，不能接替这个岗位：监考人员由监考人员接替，流动监考由流动监考接替。由考点系统管理员在“监考安排”页另选一人。
refusal-not-free = { $person } 已经在其他考场上岗，或者不能到岗。由考点系统管理员在“监考安排”页另选一人。
refusal-not-trained = 没有登记过 { $person } 的考务培训，不能上岗。由考点系统管理员先在“人员”页登记培训，或者在“监考安排”页另选一人。
refusal-skill-lost = 这样换人之后，第 { $room } 考场具备计算机应用能力的监考人员不足。由考点系统管理员在“监考安排”页另选一名具备计算机应用能力的人。
