// As much of a browser as peripherals.html asks for; `old` is one without addEventListener, as Internet Explorer 6.
var heard = {}, byId = {};

function Part(tag) {
    this.tag = tag;
    this.className = "";
    this.style = {};
    this.childNodes = [];
    this.offsetLeft = this.offsetTop = this.scrollLeft = this.scrollTop = 0;
    this.offsetWidth = this.offsetHeight = 100;
    this.offsetParent = null;
}
Part.prototype.appendChild = function (part) {
    this.childNodes.push(part);
    this.firstChild = this.childNodes[0];
};
Part.prototype.removeChild = function () {
    this.childNodes.shift();
    this.firstChild = this.childNodes[0] || null;
};
Part.prototype.insertRow = Part.prototype.insertCell = function () {
    var part = new Part("cell");
    this.appendChild(part);
    return part;
};
Part.prototype.blur = function () { };
function listen(name, act) { (heard[(this.id || "document") + " " + name] = act); }
if (old) {
    Part.prototype.attachEvent = function (name, act) { listen.call(this, name.slice(2), act); };
} else {
    Part.prototype.addEventListener = listen;
}

var document = new Part("document");
document.documentElement = new Part("html");
document.body = new Part("body");
document.documentElement.clientHeight = 768;
document.createElement = (tag) => new Part(tag);
document.createTextNode = (text) => text;
document.getElementById = (id) => {
    if (!ids.includes(id)) { throw new Error("no " + id); }
    if (!byId[id]) {
        byId[id] = new Part("div");
        byId[id].id = id;
    }
    return byId[id];
};
var window = { screen: { width: 1024, height: 768 }, scrollTo: () => undefined, event: null };

function happens(where, event) {
    var stopped = false;
    if (old) {
        window.event = event;
        return heard[where](undefined) === false || event.returnValue === false;
    }
    event.preventDefault = () => { stopped = true; };
    heard[where](event);
    return stopped;
}

function text(id) { return byId[id].childNodes.join(""); }
function cells() {
    var rows = byId.keyboard.childNodes.map((table) => table.firstChild.childNodes);
    return [].concat.apply([], rows).filter((one) => one.className !== "gap");
}
