// What this machine is, for the hardware checklist: JSON in one file, nothing on the screen. Windows XP SP3 and later.
//   cscript //nologo //B //E:JScript examsite-probe.js <site|invigilation|exam> <room or -> <nonce or -> <folder>
// Ends with 0; with 2 where the file could not be written; with 3 where it was called otherwise.
// ECMAScript 3 only: XP knows no more. What cannot be read is left out; nothing is guessed.

var FORMAT = "examsite-probe/1", SUFFIX = ".examsite-probe", LONGEST = 200;
var found = {};
var files = new ActiveXObject("Scripting.FileSystemObject");
var shell = new ActiveXObject("WScript.Shell");

// Text

function clean(value) {
    if (value === null || value === undefined) { return ""; }
    var text = String(value).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, " ");
    var whole = "", i, code, next;
    for (i = 0; i < text.length && whole.length < LONGEST; i++) {
        code = text.charCodeAt(i);
        next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
        if (code >= 0xd800 && code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
            whole += text.charAt(i) + text.charAt(i + 1);
            i++;
        } else {
            whole += code >= 0xd800 && code < 0xe000 ? "\ufffd" : text.charAt(i);
        }
    }
    return whole.replace(/ +/g, " ").replace(/^ | $/g, "");
}

function quoted(text) {
    var out = "\"", i, code;
    for (i = 0; i < text.length; i++) {
        code = text.charCodeAt(i);
        if (code === 0x22 || code === 0x5c) {
            out += "\\" + text.charAt(i);
        } else if (code < 0x20 || code > 0x7e) {
            out += "\\u" + ("0000" + code.toString(16)).slice(-4);
        } else {
            out += text.charAt(i);
        }
    }
    return out + "\"";
}

function two(number) { return (number < 10 ? "0" : "") + number; }

// SHA-256 (FIPS 180-4) of the UTF-8 of a text

var PRIMES = (function () {
    var primes = [], number = 2, i;
    while (primes.length < 64) {
        for (i = 0; i < primes.length && number % primes[i] !== 0; i++) { }
        if (i === primes.length) { primes.push(number); }
        number++;
    }
    return primes;
})();

function fraction(number) { return ((number - Math.floor(number)) * 4294967296) | 0; }

function turned(word, by) { return (word >>> by) | (word << (32 - by)); }

function sha256(text) {
    var bytes = unescape(encodeURIComponent(text));
    var words = [], state = [], keys = [], w = [], i, j, at, a, b, c, d, e, f, g, h, one, other, s0, s1, hex = "";
    for (i = 0; i < 64; i++) {
        if (i < 8) { state.push(fraction(Math.sqrt(PRIMES[i]))); }
        keys.push(fraction(Math.pow(PRIMES[i], 1 / 3)));
    }
    var blocks = Math.floor((bytes.length + 8) / 64) + 1;
    for (i = 0; i < blocks * 16; i++) { words.push(0); }
    for (i = 0; i < bytes.length; i++) { words[i >> 2] |= bytes.charCodeAt(i) << (24 - (i % 4) * 8); }
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    words[blocks * 16 - 1] = bytes.length * 8;
    for (at = 0; at < words.length; at += 16) {
        for (j = 0; j < 64; j++) {
            if (j < 16) {
                w[j] = words[at + j];
            } else {
                s0 = turned(w[j - 15], 7) ^ turned(w[j - 15], 18) ^ (w[j - 15] >>> 3);
                s1 = turned(w[j - 2], 17) ^ turned(w[j - 2], 19) ^ (w[j - 2] >>> 10);
                w[j] = (w[j - 16] + s0 + w[j - 7] + s1) | 0;
            }
        }
        a = state[0]; b = state[1]; c = state[2]; d = state[3];
        e = state[4]; f = state[5]; g = state[6]; h = state[7];
        for (j = 0; j < 64; j++) {
            s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
            one = (h + s1 + ((e & f) ^ (~e & g)) + keys[j] + w[j]) | 0;
            s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
            other = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
            h = g; g = f; f = e; e = (d + one) | 0;
            d = c; c = b; b = a; a = (one + other) | 0;
        }
        w = [a, b, c, d, e, f, g, h];
        for (j = 0; j < 8; j++) { state[j] = (state[j] + w[j]) | 0; }
    }
    for (i = 0; i < 8; i++) { hex += ("00000000" + (state[i] >>> 0).toString(16)).slice(-8); }
    return hex;
}

// What the system tells

function put(key, value) {
    var text = clean(value);
    if (text !== "") { found[key] = text; }
}

// A whole number from `least` on; anything else is left out.
function count(key, value, least) {
    var number = Math.floor(Number(value));
    if (value !== null && value !== undefined && number >= least && number < 1000000000) { found[key] = String(number); }
}

function reading(read) {
    try { read(); } catch (unreadable) { }
}

function space(name) {
    return new ActiveXObject("WbemScripting.SWbemLocator").ConnectServer(".", "root\\" + name);
}

function rows(name, query) {
    var all = [], each = new Enumerator(space(name).ExecQuery("SELECT * FROM " + query));
    for (; !each.atEnd(); each.moveNext()) { all.push(each.item()); }
    return all;
}

// A column that this release of Windows does not know counts as empty.
function column(row, name) {
    try { return row.Properties_.Item(name).Value; } catch (unknown) { return null; }
}

function list(value) {
    try { return new VBArray(value).toArray(); } catch (empty) { return []; }
}

function theOnly(values) {
    var i, only = null;
    for (i = 0; i < values.length; i++) {
        if (only !== null && values[i] !== only) { return null; }
        only = values[i];
    }
    return only;
}

function operatingSystem() {
    var system = rows("cimv2", "Win32_OperatingSystem")[0], kind = column(system, "ProductType");
    put("system", column(system, "Caption"));
    put("system_version", column(system, "Version"));
    count("service_pack", column(system, "ServicePackMajorVersion"), 0);
    if (kind === 1) { put("server", "no"); }
    if (kind === 2 || kind === 3) { put("server", "yes"); }
    if (column(system, "TotalVisibleMemorySize") > 0) {
        count("memory_mib", column(system, "TotalVisibleMemorySize") / 1024, 1);
        put("memory_seen", "visible");
    }
    if (column(system, "FreePhysicalMemory") !== null) {
        count("free_memory_mib", column(system, "FreePhysicalMemory") / 1024, 0);
    }
    var at = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(String(column(system, "LastBootUpTime")));
    if (at) { put("booted_at", at[1] + "-" + at[2] + "-" + at[3] + "T" + at[4] + ":" + at[5] + ":" + at[6]); }
}

function installedMemory() {
    var modules = rows("cimv2", "Win32_PhysicalMemory"), bytes = 0, i;
    for (i = 0; i < modules.length; i++) {
        // Some boards list their flash memory among the modules.
        if (column(modules[i], "MemoryType") !== 11) { bytes += Number(column(modules[i], "Capacity")); }
    }
    // Less than the system sees: the table of the board is untrue.
    if (bytes / 1048576 >= Number(found.memory_mib || 1)) {
        count("memory_mib", bytes / 1048576, 1);
        put("memory_seen", "installed");
    }
}

function processor() {
    var all = rows("cimv2", "Win32_Processor"), i, fastest = 0;
    for (i = 0; i < all.length; i++) { fastest = Math.max(fastest, Number(column(all[i], "MaxClockSpeed"))); }
    count("cpu_mhz", fastest, 1);
}

function disk() {
    var drive = shell.ExpandEnvironmentStrings("%SystemDrive%").substr(0, 2);
    var free = column(rows("cimv2", "Win32_LogicalDisk WHERE DeviceID = '" + drive + "'")[0], "FreeSpace");
    if (free !== null) { count("free_disk_mib", free / 1048576, 0); }
}

function display() {
    var all = rows("cimv2", "Win32_VideoController"), shown = [], i, width, height;
    for (i = 0; i < all.length; i++) {
        width = column(all[i], "CurrentHorizontalResolution");
        height = column(all[i], "CurrentVerticalResolution");
        if (width > 0 && height > 0) { shown.push(width + "x" + height); }
    }
    // Two that differ: which of them the candidate looks at is not told.
    shown = theOnly(shown);
    if (shown !== null) {
        count("display_width", shown.split("x")[0], 1);
        count("display_height", shown.split("x")[1], 1);
    }
}

function serial() {
    var told = clean(column(rows("cimv2", "Win32_BIOS")[0], "SerialNumber"));
    if (!/^(0*|none|n\/a|to be filled.*|default string|system serial number|not (specified|available)|chassis.*|x+|empty|invalid|123456789)$/i.test(told)) {
        put("serial", told);
    }
}

// Network: that of the way out, or the only one; of two that are equal nothing is told.

function ipv4(card) {
    var all = list(column(card, "IPAddress")), i;
    for (i = 0; i < all.length; i++) {
        if (/^\d+\.\d+\.\d+\.\d+$/.test(all[i]) && all[i] !== "0.0.0.0") { return all[i]; }
    }
    return "";
}

function chosen(cards, fits) {
    var kept = [], i;
    for (i = 0; i < cards.length; i++) {
        if (fits(cards[i])) { kept.push(cards[i]); }
    }
    return kept.length ? kept : cards;
}

function network() {
    var settings = rows("cimv2", "Win32_NetworkAdapterConfiguration WHERE IPEnabled = TRUE"), cards = [], i, j, known;
    var adapters = rows("cimv2", "Win32_NetworkAdapter"), lowest = "";
    for (i = 0; i < settings.length; i++) {
        known = null;
        for (j = 0; j < adapters.length; j++) {
            if (column(adapters[j], "Index") === column(settings[i], "Index")) { known = adapters[j]; }
        }
        cards.push({ set: settings[i], card: known, mac: clean(column(settings[i], "MACAddress")).toUpperCase() });
        if (cards[i].mac && (lowest === "" || cards[i].mac < lowest)) { lowest = cards[i].mac; }
    }
    cards = chosen(cards, function (one) {
        // ROOT and SWD: made by software, as for virtual machines and tunnels.
        return one.card && !/^(ROOT|SWD)\\/i.test(String(column(one.card, "PNPDeviceID")));
    });
    cards = chosen(cards, function (one) { return list(column(one.set, "DefaultIPGateway")).length > 0; });
    cards = chosen(cards, function (one) { return ipv4(one.set) !== "" && !/^169\.254\./.test(ipv4(one.set)); });
    if (cards.length !== 1) { return lowest; }
    var one = cards[0];
    if (/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/.test(one.mac)) { put("mac", one.mac); }
    put("address", ipv4(one.set));
    if (column(one.set, "DHCPEnabled") === true) { put("addressing", "dhcp"); }
    if (column(one.set, "DHCPEnabled") === false) { put("addressing", "static"); }
    if (one.card) {
        reading(function () { speed(one.card); });
        reading(function () { duplex(one.card); });
    }
    return one.mac;
}

function speed(card) {
    var told = Number(column(card, "Speed")), links, i;
    if (!told) {
        // Windows XP tells it here, in hundreds of bits.
        links = rows("wmi", "MSNdis_LinkSpeed");
        for (i = 0; i < links.length; i++) {
            if (column(links[i], "InstanceName") === column(card, "Name")) {
                told = Number(column(links[i], "NdisLinkSpeed")) * 100;
            }
        }
    }
    // Without a cable some drivers tell the largest number there is.
    if (told < 1e12) { count("network_mbps", told / 1000000, 1); }
}

// From Windows 8 on; before, the system tells only what was wished for.
function duplex(card) {
    var all = rows("StandardCimv2", "MSFT_NetAdapter"), i, full;
    for (i = 0; i < all.length; i++) {
        if (String(column(all[i], "DeviceID")).toUpperCase() === String(column(card, "GUID")).toUpperCase()) {
            full = column(all[i], "FullDuplex");
            if (full === true) { put("duplex", "full"); }
            if (full === false) { put("duplex", "half"); }
        }
    }
}

// What watches over the machine

function watchers(what) {
    return rows(/^5\./.test(found.system_version) ? "SecurityCenter" : "SecurityCenter2", what);
}

function antivirus() {
    var all = watchers("AntiVirusProduct"), names = [], i, name;
    for (i = 0; i < all.length; i++) {
        name = clean(column(all[i], "displayName"));
        if (name) { names.push(name); }
    }
    found.antivirus = clean(names.sort().join("; "));
}

function windowsFirewall() {
    var policy, types, bit;
    try {
        policy = new ActiveXObject("HNetCfg.FwPolicy2");
        types = policy.CurrentProfileTypes;
        for (bit = 1; bit <= 4; bit *= 2) {
            if ((types & bit) && policy.FirewallEnabled(bit)) { return true; }
        }
        return false;
    } catch (older) {
        return new ActiveXObject("HNetCfg.FwMgr").LocalPolicy.CurrentProfile.FirewallEnabled;
    }
}

function firewall() {
    var on = false, i, others = [];
    reading(function () { others = watchers("FirewallProduct"); });
    for (i = 0; i < others.length; i++) {
        if (column(others[i], "enabled") === true || (column(others[i], "productState") & 0x1000)) { on = true; }
    }
    if (on || windowsFirewall()) { put("firewall", "on"); } else { put("firewall", "off"); }
}

// Input methods: those whose program is really there. Not found proves nothing.

var MACHINE = -2147483646; // HKEY_LOCAL_MACHINE
var registry = null;

function asked(method, key, value) {
    if (registry === null) { registry = space("default").Get("StdRegProv"); }
    var given = registry.Methods_.Item(method).InParameters.SpawnInstance_();
    given.Properties_.Item("hDefKey").Value = MACHINE;
    given.Properties_.Item("sSubKeyName").Value = key;
    if (value !== null) { given.Properties_.Item("sValueName").Value = value; }
    return registry.ExecMethod_(method, given);
}

function keysOf(key) {
    try { return list(column(asked("EnumKey", key, null), "sNames")); } catch (none) { return []; }
}

function valueOf(key, name) {
    var text = "";
    reading(function () { text = clean(column(asked("GetStringValue", key, name), "sValue")); });
    if (!text) { reading(function () { text = clean(column(asked("GetExpandedStringValue", key, name), "sValue")); }); }
    return text;
}

function there(path) {
    return path !== "" && files.FileExists(shell.ExpandEnvironmentStrings(path).replace(/^"|"$/g, ""));
}

function inputMethods() {
    var layouts = "SYSTEM\\CurrentControlSet\\Control\\Keyboard Layouts", tips = "SOFTWARE\\Microsoft\\CTF\\TIP";
    var names = [], all = keysOf(layouts), i, j, key, profiles;
    for (i = 0; i < all.length; i++) {
        key = valueOf(layouts + "\\" + all[i], "Ime File");
        if (key && there("%SystemRoot%\\System32\\" + key)) {
            names.push(valueOf(layouts + "\\" + all[i], "Layout Text") + " " + key);
        }
    }
    all = keysOf(tips);
    for (i = 0; i < all.length; i++) {
        key = tips + "\\" + all[i] + "\\LanguageProfile\\0x00000804";
        profiles = keysOf(key);
        for (j = 0; j < profiles.length; j++) {
            if (there(valueOf("SOFTWARE\\Classes\\CLSID\\" + all[i] + "\\InprocServer32", ""))) {
                names.push(valueOf(key + "\\" + profiles[j], "Description"));
            }
        }
    }
    all = names.join("\n");
    if (/\u5fae\u8f6f\u62fc\u97f3|Microsoft Pinyin|PINTLGNT\.IME/i.test(all)) { put("microsoft_pinyin", "yes"); }
    if (/\u6781\u70b9\u4e94\u7b14|FREEWB\.IME/i.test(all)) { put("jidian_wubi", "yes"); }
    if (/\u641c\u72d7\u62fc\u97f3|\u641c\u72d7\u8f93\u5165\u6cd5|Sogou ?Pinyin|SOGOUPY\.IME/i.test(all)) {
        put("sogou_pinyin", "yes");
    }
}

// The file

function written(folder, mac) {
    var keys = [], key, text = "", lines = [], i;
    for (key in found) { keys.push(key); }
    keys.sort();
    for (i = 0; i < keys.length; i++) { text += keys[i] + "=" + found[keys[i]] + "\n"; }
    found.digest = sha256(text);
    keys.push("digest");
    keys.sort();
    for (i = 0; i < keys.length; i++) { lines.push(quoted(keys[i]) + ":" + quoted(found[keys[i]])); }
    var name = found.machine.replace(/[^0-9A-Za-z-]/g, "_").substr(0, 32);
    name += "-" + (mac.replace(/[^0-9A-F]/g, "").slice(-6) || "nomac") + SUFFIX;
    var path = files.BuildPath(folder, name), part = path + ".part", file = files.CreateTextFile(part, true, false);
    file.Write("{" + lines.join(",") + "}");
    file.Close();
    if (files.FileExists(path)) { files.DeleteFile(path, true); }
    files.MoveFile(part, path);
}

function main() {
    var given = WScript.Arguments, now = new Date(), mac = "", kind, room, nonce;
    if (given.length !== 4) { return 3; }
    kind = String(given.Item(0));
    room = given.Item(1) === "-" ? "" : String(given.Item(1));
    nonce = given.Item(2) === "-" ? "" : String(given.Item(2));
    if (!/^(site|invigilation|exam)$/.test(kind) || !/^[0-9A-Za-z-]{0,16}$/.test(room)) { return 3; }
    if (!/^[0-9A-Za-z-]{0,64}$/.test(nonce)) { return 3; }
    found.format = FORMAT;
    found.kind = kind;
    found.room = room;
    found.nonce = nonce;
    found.made_at = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate()) + "T" +
        two(now.getHours()) + ":" + two(now.getMinutes()) + ":" + two(now.getSeconds());
    put("system_family", "windows");
    reading(function () { put("machine", shell.ExpandEnvironmentStrings("%COMPUTERNAME%").replace(/^%.*%$/, "")); });
    reading(function () { put("machine", new ActiveXObject("WScript.Network").ComputerName); });
    reading(operatingSystem);
    reading(installedMemory);
    reading(processor);
    reading(disk);
    reading(display);
    reading(serial);
    reading(function () { mac = network(); });
    reading(antivirus);
    reading(firewall);
    reading(inputMethods);
    try {
        written(String(given.Item(3)), mac);
    } catch (unwritten) {
        return 2;
    }
    return 0;
}

WScript.Quit(main());
