# The probe of a machine: command line, and the guide that goes with the kit.


probe-written = What this machine is was written to { $file }.
probe-line = { $name }: { $value }
probe-unknown = Not read: { $names }. The checker looks and enters it at the console; what was not read may well be there.
probe-separator = { ", " }
probe-machine = Machine name
probe-made-at = This machine's time
probe-booted-at = Started at
probe-system = Operating system
probe-cpu = Processor clock
probe-memory-installed = Memory (installed)
probe-memory-visible = Memory (usable by the system)
probe-free-memory = Free memory
probe-free-disk = Free space on the system disk
probe-network = Network speed
probe-duplex = Duplex
probe-duplex-said = { $duplex ->
    [full] full duplex
   *[half] half duplex
    }
probe-address = Network address
probe-addressing = Address obtained
probe-addressing-said = { $addressing ->
    [static] fixed
   *[dhcp] automatically
    }
probe-mac = Physical address of the network card
probe-display = Display resolution
probe-usb = Number of USB ports
probe-firewall = Firewall
probe-firewall-said = { $firewall ->
    [on] on
   *[off] off
    }
probe-antivirus = Virus scanner
probe-antivirus-none = none
probe-input-methods = Simplified Chinese input methods
probe-microsoft-pinyin = Microsoft Pinyin
probe-jidian-wubi = Jidian Wubi
probe-sogou-pinyin = Sogou Pinyin
probe-serial = Serial number of the machine

probe-guide-name = how-to
probe-guide =
    The machine probe

    1. Open the folder named after the room. Run { $exam } on exam machines and { $invigilation } on the invigilation machine; on the site machine open the folder { $site } and run the file in it.
    2. Nothing is shown while it runs. After a few seconds a file named after the machine appears in the same folder, with the ending { $suffix }: the machine has been read. If none appears, check whether the medium is write-protected or full, and run it again.
    3. The whole folder may be copied to several media, or to a share on the local network, and run from all of them at once. When all are done, the site system administrator reads these folders in at the console, on the Hardware check page.
    4. On a system that cannot run these files, run the file of the same name ending in { $ending } with { $runner } in a terminal.
    5. Keyboard, mouse, display: open { $peripherals } in a browser; the checker looks at each item there and confirms it at the console.
    6. The probe only reads what the machine is. It changes no setting and reads no data of candidates. What it cannot read it leaves out; the checker looks and enters it.
    7. Number of this round: { $nonce }. Files with another number are not of this round and are not taken in.
