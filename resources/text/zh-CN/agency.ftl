# 考试机构程序：锁具登记、考务锁补发、人员表。

help-register = 登记、变更、撤销一个考点的锁具；给出存放位置的，另生成锁具登记表
help-register-lock = 锁具注册申请，可给多份
help-register-room = 监考锁归哪个考场，写作“锁具编号=考场号”，可给多个；不写考场号的，改为备用
help-register-vpn-key = VPN 密钥的编号，可给多个
help-register-revoke = 撤销的锁具的编号，可给多个
help-register-reference = 注册文号；遗失的锁具换了注册文号才重新有效
help-register-out = 锁具登记表的存放位置；考点尚未导入考务数据的，锁具随考务数据下发，不需要生成
register-needs-request = 生成锁具登记表，要有考点注册申请
register-lock = { $kind } { $serial }{ $room ->
    [none] {""}
   *[other] {"，"}第 { $room } 考场
    }{ $software ->
    [yes] {"，"}软件锁
   *[no] {""}
    }{ $revoked ->
    [yes] {"，"}已撤销
   *[no] {""}
    }{ $fingerprint ->
    [none] {""}
   *[other] {"，"}公钥指纹 { $fingerprint }
    }
register-issued = 第 { $number } 号锁具登记表已生成：{ $path }。上面列出的公钥指纹与考点当面或电话核对后再下发。

help-replace = 补发考务锁：撤销遗失的，把本机数据的密钥交给新锁，生成补发文件
help-replace-request = 考点用新锁生成的考务锁补发申请
help-replace-fingerprint = 新锁的公钥指纹，由考点当面或电话读出
replaced = 考务锁 { $old } 已撤销，由 { $serial } 代替，补发文件：{ $path }

fault-not-a-date = 不是日期，应写作 2026-06-19 的样子
fault-staff-is-candidate = 人员表中的人参加本次考试，到考点不能上岗；所填为准考证号

trouble-fingerprint-wrong = 考点读出的指纹与补发申请中新锁的公钥指纹（{ $found }）不一致，没有生成补发文件。由考试机构与考点再次核对；仍不一致的，这份申请不是那把锁生成的，不予办理。
