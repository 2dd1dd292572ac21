"""Servers on loopback that note who calls: HTTP, bare TCP, UDP. What reaches one of them has got out."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files

from tests.browser.payloads import Payload

# What Gradio puts into the app's page.
FRONTEND = files("gradio") / "templates/frontend"
RESIZER = (FRONTEND / "static/js/iframeResizer.contentWindow.min.js").read_text(encoding="utf-8")
HOST_PAGE = """<!doctype html><html lang="en"><title>Control</title><body>
<script>{listeners}</script><script src="/resizer"></script>
<iframe srcdoc="{page}" style="width: 600px; height: 400px"></iframe>"""
# What an app's page could be made to do by a message: any listener of its own hears it. The studio gets the same two.
LISTENERS = """
window.heard = [];
addEventListener("message", (event) => event.data?.hit && heard.push(event.data.hit));
new BroadcastChannel("hit").addEventListener("message", (event) => heard.push(event.data));
"""


class Canaries:
    """Started on creation. `hits` are the names of the payloads whose calls arrived."""

    def __init__(self) -> None:
        self.hits: set[str] = set()
        self._pages: dict[str, str] = {}
        self._sockets: list[socket.socket] = []
        self._server = _HTTPCanary(("127.0.0.1", 0), _Handler)
        self._server.canaries = self
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def arm(self, payload: Payload) -> str:
        """The payload's page, with addresses in it that tell on it when they are called."""
        page = payload.page.replace("{name}", payload.name).replace("{hit}", f"{self.url}/hit/{payload.name}")
        for kind, place in ((socket.SOCK_STREAM, "{tcp}"), (socket.SOCK_DGRAM, "{udp}")):
            if place in page:
                page = page.replace(place, f"127.0.0.1:{self._listen(kind, payload.name)}")
        self._pages[payload.name] = page
        return page

    def control(self, payload: Payload) -> str:
        """The address of a plain page that shows the payload in a frame without a sandbox."""
        self.arm(payload)
        return f"{self.url}/control/{payload.name}"

    def host_page(self, name: str) -> str:
        page = self._pages[name].replace("&", "&amp;").replace('"', "&quot;")
        return HOST_PAGE.format(listeners=LISTENERS, page=page)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        for listening in self._sockets:
            listening.close()

    def _listen(self, kind: socket.SocketKind, name: str) -> int:
        listening = socket.socket(socket.AF_INET, kind)
        listening.bind(("127.0.0.1", 0))
        if kind == socket.SOCK_STREAM:
            listening.listen()
        self._sockets.append(listening)
        threading.Thread(target=self._wait, args=(listening, kind, name), daemon=True).start()
        return listening.getsockname()[1]

    def _wait(self, listening: socket.socket, kind: socket.SocketKind, name: str) -> None:
        try:
            if kind == socket.SOCK_STREAM:
                listening.accept()[0].close()
            else:
                listening.recv(1)
        except OSError:
            return  # closed without a call
        self.hits.add(name)


class _HTTPCanary(ThreadingHTTPServer):
    daemon_threads = True
    canaries: Canaries

    def handle_error(self, *_: object) -> None:
        pass  # browsers hang up whenever they like


class _Handler(BaseHTTPRequestHandler):
    server: _HTTPCanary

    def do_GET(self) -> None:
        _, kind, name = (*self.path.split("?")[0].split("/"), "", "")[:3]
        headers = {"Content-Type": "text/html", "Access-Control-Allow-Origin": "*"}
        body = "<!doctype html><title>hit</title>caught"
        if kind == "control":
            body = self.server.canaries.host_page(name)
        elif kind == "resizer":
            headers["Content-Type"], body = "text/javascript", RESIZER
        else:
            self.server.canaries.hits.add(name)
        if kind == "script":
            headers["Content-Type"], body = "text/javascript", "//"
        if kind == "download":
            headers["Content-Disposition"] = "attachment; filename=hit.txt"
        self.send_response(200)
        for header, value in headers.items():
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        pass
