# 机器情况采集：命令行和采集工具的使用说明。


probe-written = 机器情况已写入 { $file }。
probe-line = { $name }：{ $value }
probe-unknown = 没有读到：{ $names }。由检查人员查看后在考点机上填写；没有读到不等于没有。
probe-separator = 、
probe-machine = 机器名
probe-made-at = 本机时间
probe-booted-at = 开机时间
probe-system = 操作系统
probe-cpu = 处理器主频
probe-memory-installed = 内存（已安装）
probe-memory-visible = 内存（系统可用）
probe-free-memory = 空闲内存
probe-free-disk = 系统盘剩余空间
probe-network = 网络速率
probe-duplex = 双工方式
probe-duplex-said = { $duplex ->
    [full] 全双工
   *[half] 半双工
    }
probe-address = 网络地址
probe-addressing = 地址取得方式
probe-addressing-said = { $addressing ->
    [static] 固定
   *[dhcp] 自动获取
    }
probe-mac = 网卡物理地址
probe-display = 显示分辨率
probe-usb = USB 接口数量
probe-firewall = 防火墙
probe-firewall-said = { $firewall ->
    [on] 已开启
   *[off] 已关闭
    }
probe-antivirus = 防病毒软件
probe-antivirus-none = 没有
probe-input-methods = 简体中文输入法
probe-microsoft-pinyin = 微软拼音
probe-jidian-wubi = 极点五笔
probe-sogou-pinyin = 搜狗拼音
probe-serial = 机器序列号

probe-guide-name = 使用说明
probe-guide =
    机器情况采集工具

    一、打开与考场号同名的文件夹。在考试机上运行 { $exam }，在监考机上运行 { $invigilation }；在考点机上打开 { $site } 文件夹，运行里面的文件。
    二、运行时没有提示。几秒钟后，同一个文件夹里出现以机器名命名的文件，扩展名为 { $suffix }，就是采集到了。没有出现的，查看存储介质是否写保护、是否已满，再运行一次。
    三、可以把整个文件夹复制到几个存储介质或者局域网的共享文件夹里同时运行。全部运行后，由考点系统管理员在考点机的“硬件检查”页面读入这些文件夹。
    四、不能运行以上文件的系统，在终端里用 { $runner } 运行同名的 { $ending } 文件。
    五、键盘、鼠标、显示器：用浏览器打开 { $peripherals }，由检查人员当面逐项查看，在考点机上确认。
    六、本工具只读取机器情况，不更改任何设置，不读取应试人员的数据。读不到的项目不写，由检查人员查看后填写。
    七、本次编号：{ $nonce }。编号不同的文件不是这一次采集的，不会读入。
