// What cscript gives a script: made of `machine` (its data) and `given` (its arguments). Tests read `left`.
var left = { disk: {}, code: null };

(function (there) {
    function row(columns) {
        // WMI knows the columns of its own release and no others.
        return { Properties_: { Item: (name) => {
            if (!(name in columns)) { throw new Error("0x80041002 " + name); }
            var value = columns[name];
            return { Value: Array.isArray(value) ? { safe: value } : value };
        } } };
    }

    there.Enumerator = function (collection) {
        var at = 0, all = collection.all();
        this.atEnd = () => at >= all.length;
        this.moveNext = () => { at++; };
        this.item = () => row(all[at]);
    };

    there.VBArray = function (value) {
        if (!value || !value.safe) { throw new TypeError("VBArray expected"); }
        this.toArray = () => value.safe.slice();
    };

    var keys = (key) => {
        var under = Object.keys(machine.registry).filter((one) => one.indexOf(key + "\\") === 0);
        return Array.from(new Set(under.map((one) => one.slice(key.length + 1).split("\\")[0])));
    };

    function unasked() {
        var slots = { hDefKey: {}, sSubKeyName: {}, sValueName: {} };
        return { slots: slots, Properties_: { Item: (name) => slots[name] } };
    }

    var registry = {
        Methods_: { Item: () => ({ InParameters: { SpawnInstance_: unasked } }) },
        ExecMethod_: (method, asked) => {
            asked = asked.slots;
            if (asked.hDefKey.Value !== -2147483646) { throw new Error("0x80041008"); }
            if (method === "EnumKey") {
                var names = keys(asked.sSubKeyName.Value);
                return row({ sNames: names.length ? names : null });
            }
            var value = (machine.registry[asked.sSubKeyName.Value] || {})[asked.sValueName.Value];
            var expands = Array.isArray(value);
            if (method === "GetExpandedStringValue") { return row({ sValue: expands ? expand(value[0]) : null }); }
            return row({ sValue: expands || value === undefined ? null : value });
        }
    };

    function connected(path) {
        var space = path.split("root\\")[1];
        if (space === "default" && machine.registry) { return { Get: () => registry }; }
        if (!(space in machine.wmi)) { throw new Error("0x8004100E " + space); }
        return { ExecQuery: (query) => ({ all: () => {
            var table = machine.wmi[space][/FROM (\w+)/.exec(query)[1]];
            if (!table) { throw new Error("0x80041010 " + query); }
            var drive = /DeviceID = '(.*)'$/.exec(query);
            if (drive) { return table.filter((one) => one.DeviceID === drive[1]); }
            return / IPEnabled = TRUE$/.test(query) ? table.filter((one) => one.IPEnabled) : table;
        } }) };
    }

    function expand(text) {
        return text.replace(/%(\w+)%/g, (whole, name) => machine.environment[name] || whole);
    }

    var objects = {
        "Scripting.FileSystemObject": {
            FileExists: (path) => path in left.disk || machine.files.indexOf(path) >= 0,
            BuildPath: (folder, name) => folder.replace(/\\$/, "") + "\\" + name,
            CreateTextFile: (path, over, unicode) => {
                if (machine.full || (path in left.disk && !over) || unicode) { throw new Error("800A0046"); }
                return {
                    Write: (text) => {
                        if (/[^\x00-\x7f]/.test(text)) { throw new Error("800A0005"); }
                        left.disk[path] = text;
                    },
                    Close: () => undefined
                };
            },
            DeleteFile: (path) => { delete left.disk[path]; },
            MoveFile: (from, to) => {
                if (to in left.disk) { throw new Error("800A003A"); }
                left.disk[to] = left.disk[from];
                delete left.disk[from];
            }
        },
        "WbemScripting.SWbemLocator": { ConnectServer: (host, path) => connected(path) },
        "WScript.Shell": { ExpandEnvironmentStrings: expand },
        "WScript.Network": { get ComputerName() { return machine.name; } },
        "HNetCfg.FwPolicy2": {
            get CurrentProfileTypes() { return machine.firewall.types; },
            FirewallEnabled: (type) => (machine.firewall.on & type) !== 0
        },
        "HNetCfg.FwMgr": { LocalPolicy: { CurrentProfile: { get FirewallEnabled() { return machine.firewall.old; } } } }
    };

    there.ActiveXObject = function (name) {
        if (machine.missing.indexOf(name) >= 0) { throw new Error("800401F3 " + name); }
        return objects[name];
    };

    there.WScript = {
        Arguments: { length: given.length, Item: (at) => given[at] },
        Quit: (ended) => { left.code = ended; }
    };
})(this);
