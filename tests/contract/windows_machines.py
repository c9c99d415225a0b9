"""Machines as WMI, registry and firewall of each release of Windows describe them: what windows_desk.js is made of."""

from __future__ import annotations

from typing import Any

Machine = dict[str, Any]
GIB = 1 << 30
CARD = r"PCI\VEN_8086&DEV_10D3"
LAYOUTS = r"SYSTEM\CurrentControlSet\Control\Keyboard Layouts"
TIPS, CLSID = r"SOFTWARE\Microsoft\CTF\TIP", r"SOFTWARE\Classes\CLSID"


def settings(index: int, mac: str, *addresses: str, gateway: str = "", dhcp: bool = False) -> dict[str, Any]:
    return {
        "Index": index,
        "IPEnabled": True,
        "MACAddress": mac,
        "IPAddress": list(addresses) or None,
        "DefaultIPGateway": [gateway] if gateway else None,
        "DHCPEnabled": dhcp,
    }


def card(index: int, place: str = CARD, **more: Any) -> dict[str, Any]:
    return {"Index": index, "PNPDeviceID": place, "Name": f"Intel PRO #{index}", "GUID": f"{{AB-{index}}}"} | more


def machine(
    caption: str,
    version: str,
    pack: int = 0,
    *,
    kind: int = 1,
    installed: tuple[int, ...] = (8 * GIB,),
    visible: int = 8_280_000,
    watchers: str = "SecurityCenter2",
    antivirus: tuple[str, ...] = (),
) -> Machine:
    """One adapter with a fixed address, the firewall off."""
    system = {
        "Caption": caption,
        "Version": version,
        "ServicePackMajorVersion": pack,
        "ProductType": kind,
        "TotalVisibleMemorySize": str(visible),
        "FreePhysicalMemory": str(4_000_000),
        "LastBootUpTime": "20211029070102.500000+480",
    }
    common = {
        "Win32_OperatingSystem": [system],
        "Win32_PhysicalMemory": [{"Capacity": str(size), "MemoryType": 0} for size in installed],
        "Win32_Processor": [{"MaxClockSpeed": 2394}],
        "Win32_VideoController": [{"CurrentHorizontalResolution": 1366, "CurrentVerticalResolution": 768}],
        "Win32_BIOS": [{"SerialNumber": "PF0ABCDE "}],
        "Win32_LogicalDisk": [{"DeviceID": "D:", "FreeSpace": "1"}, {"DeviceID": "C:", "FreeSpace": "53687091200"}],
        "Win32_NetworkAdapterConfiguration": [settings(7, "00:0c:29:ab:cd:ef", "fe80::1", "10.1.2.3")],
        "Win32_NetworkAdapter": [card(1), card(7, Speed="1000000000")],
    }
    return {
        "name": "PC-07",
        "wmi": {"cimv2": common}
        | ({watchers: {"AntiVirusProduct": [{"displayName": name} for name in antivirus]}} if watchers else {}),
        "registry": {},
        "environment": {"SystemDrive": "C:", "SystemRoot": r"C:\Windows"},
        "files": [],
        "firewall": {"types": 2, "on": 0, "old": False},
        "missing": [],
        "full": False,
    }


def xp() -> Machine:
    """No installed memory told, no speed at the adapter, the old firewall; all three input methods."""
    one = machine(
        "Microsoft Windows XP Professional",
        "5.1.2600",
        3,
        installed=(),
        visible=1_046_896,
        watchers="SecurityCenter",
        antivirus=("360杀毒",),
    )
    one["wmi"]["SecurityCenter"]["FirewallProduct"] = [{"displayName": "x", "enabled": True}]
    one["wmi"]["cimv2"]["Win32_NetworkAdapter"] = [card(7, Speed=None)]
    one["wmi"]["wmi"] = {
        "MSNdis_LinkSpeed": [
            {"InstanceName": "WAN Miniport", "NdisLinkSpeed": 280},
            {"InstanceName": "Intel PRO #7", "NdisLinkSpeed": 1_000_000},
        ]
    }
    one["missing"] = ["HNetCfg.FwPolicy2"]
    for number, (name, file) in enumerate(
        [
            ("中文 (简体) - 微软拼音输入法 3.0", "pintlgnt.ime"),
            ("极点五笔", "freewb.ime"),
            ("搜狗拼音输入法", "SogouPy.ime"),
        ]
    ):
        one["registry"][rf"{LAYOUTS}\E00{number}0804"] = {"Layout Text": name, "Ime File": file}
        one["files"].append(rf"C:\Windows\System32\{file}")
    return one


def seven() -> Machine:
    """What is left of an input method whose program is gone does not count."""
    one = machine("Microsoft Windows 7 旗舰版", "6.1.7601", 1, installed=(2 * GIB, 2 * GIB), visible=4_089_000)
    one["registry"][rf"{LAYOUTS}\E0010804"] = {"Layout Text": "搜狗拼音", "Ime File": "SogouPy.ime"}
    one["wmi"]["cimv2"]["Win32_PhysicalMemory"].append({"Capacity": str(4 << 20), "MemoryType": 11})
    return one


def eight() -> Machine:
    one = machine("Microsoft Windows 8.1 Pro", "6.3.9600", antivirus=("Windows Defender",))
    one["wmi"]["StandardCimv2"] = {"MSFT_NetAdapter": [{"DeviceID": "{ab-7}", "FullDuplex": False}]}
    return one


def ten() -> Machine:
    """Everything is there, and a screen twice."""
    one = machine("Microsoft Windows 10 Pro", "10.0.19044", antivirus=("Windows Defender", "火绒"))
    one["firewall"] |= {"on": 2}
    one["wmi"]["StandardCimv2"] = {
        "MSFT_NetAdapter": [{"DeviceID": "{AB-1}", "FullDuplex": False}, {"DeviceID": "{AB-7}", "FullDuplex": True}]
    }
    one["wmi"]["cimv2"]["Win32_VideoController"] *= 2
    for tip, profile, name, file in [
        ("{81D4E9C9}", "{FA550B04}", "微软拼音", ["%SystemRoot%\\system32\\ChsPinyin.dll"]),
        ("{E7EA138E}", "{E7EA138F}", "搜狗拼音输入法", '"C:\\Sogou\\SogouTSF.dll"'),
        ("{6A498709}", "{00000001}", "极点五笔", "C:\\gone.dll"),
    ]:
        one["registry"][rf"{TIPS}\{tip}\LanguageProfile\0x00000804\{profile}"] = {"Description": name}
        one["registry"][rf"{CLSID}\{tip}\InprocServer32"] = {"": file}
    one["files"] = [r"C:\Windows\system32\ChsPinyin.dll", r"C:\Sogou\SogouTSF.dll"]
    return one


def eleven() -> Machine:
    """A board that tells nonsense: less memory than the system sees, no serial, a cable that is not there."""
    one = machine("Microsoft Windows 11 Pro", "10.0.22631", installed=(1 * GIB,), visible=16_500_000)
    one["wmi"]["cimv2"]["Win32_BIOS"] = [{"SerialNumber": "To be filled by O.E.M."}]
    one["wmi"]["cimv2"]["Win32_NetworkAdapter"] = [card(7, Speed="9223372036854775807")]
    one["wmi"]["SecurityCenter2"]["FirewallProduct"] = [{"displayName": "x", "productState": 0x41000}]
    return one


def server() -> Machine:
    """No register of virus scanners; the firewall's service stands still."""
    one = machine("Microsoft Windows Server 2019 Standard", "10.0.17763", kind=3, watchers="")
    one["missing"] = ["HNetCfg.FwPolicy2", "HNetCfg.FwMgr"]
    return one


def bare() -> Machine:
    """Nothing answers but the name."""
    one = machine("", "", watchers="")
    one |= {"wmi": {}, "registry": None, "environment": {}, "name": "BARE"}
    one["missing"] = ["HNetCfg.FwPolicy2", "HNetCfg.FwMgr"]
    return one
