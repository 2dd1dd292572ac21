"""A stand-in for the Hugging Face hub, on 127.0.0.1: models are fetched from it and uploaded to it.

What it cannot stand in for is the hub's chunk store (Xet): weights are sent to it as large files (LFS).
"""

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

LARGE = (".safetensors", ".gguf")
TOKEN = "hf_of_a_test"


class Hub(ThreadingHTTPServer):
    """Its `models`, each with its files, what was downloaded of them, and whether it refuses what holds `refuse`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.models: dict[str, dict[str, bytes]] = {}
        self.gated: set[str] = set()
        self.private: set[str] = set()
        self.sent: list[str] = []
        self.stored: dict[str, bytes] = {}
        self.refuse = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def commit(self, model: str) -> str:
        """What names the present content of `model`."""
        content = sorted((name, _oid(file)) for name, file in self.models[model].items())
        return hashlib.sha1(repr(content).encode()).hexdigest()

    def sees(self, model: str, authorization: str | None) -> bool:
        return model in self.models and (model not in self.private or authorization == f"Bearer {TOKEN}")


class Answers(BaseHTTPRequestHandler):
    server: Hub

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        parts = self.path.split("?")[0].strip("/").split("/")
        api, model = parts[0] == "api", "/".join(parts[2:4] if parts[0] == "api" else parts[0:2])
        if not self.server.sees(model, self.headers["authorization"]):
            return self._send(404, b"{}", {"X-Error-Code": "RepoNotFound"})
        files = self.server.models[model]
        if api and "tree" in parts:
            listed = [
                {"type": "file", "path": name, "size": len(files[name]), "oid": _oid(files[name])} for name in files
            ]
            return self._send(200, json.dumps(listed).encode())
        if api:
            siblings = [{"rfilename": name} for name in files]
            found = {"id": model, "sha": self.server.commit(model), "siblings": siblings}
            return self._send(200, json.dumps(found).encode())
        if model in self.server.gated:
            return self._send(403, b"{}", {"X-Error-Code": "GatedRepo"})
        name = "/".join(parts[4:])
        if name not in files:
            return self._send(404, b"{}", {"X-Error-Code": "EntryNotFound"})
        if self.command == "GET":
            self.server.sent.append(name)
        known = {"ETag": f'"{_oid(files[name])}"', "X-Repo-Commit": self.server.commit(model)}
        return self._send(200, files[name], known)

    def do_PUT(self) -> None:
        content = self._body()
        self.server.stored[hashlib.sha256(content).hexdigest()] = content
        self._send(200, b"{}")

    def do_POST(self) -> None:
        body = self._body().decode()
        if self.headers["authorization"] != f"Bearer {TOKEN}":
            return self._send(401, b'{"error": "no such token"}')
        if self.server.refuse and self.server.refuse in self.path:
            return self._send(403, b'{"error": "your token may not write"}')
        lines = [json.loads(line) for line in body.splitlines()]
        return self._send(200, json.dumps(self._take(self.path.strip("/").split("/"), lines)).encode())

    def _body(self) -> bytes:
        if "content-length" in self.headers:
            return self.rfile.read(int(self.headers["content-length"]))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def _take(self, parts: list[str], lines: list[Any]) -> dict[str, Any]:
        asked = lines[0]
        if parts[:3] == ["api", "repos", "create"]:
            model = f"{asked['organization']}/{asked['name']}"
            if model not in self.server.models and asked.get("visibility") == "private":
                self.server.private.add(model)
            self.server.models.setdefault(model, {})
            return {"url": f"{self.server.url}/{model}"}
        if parts[-1] == "validate-yaml":
            return {"warnings": [], "errors": []}
        if "preupload" in parts:
            modes = {file["path"]: "lfs" if file["path"].endswith(LARGE) else "regular" for file in asked["files"]}
            return {
                "files": [{"path": path, "uploadMode": mode, "shouldIgnore": False} for path, mode in modes.items()]
            }
        if parts[-1] == "batch":
            places = {each["oid"]: {"upload": {"href": f"{self.server.url}/store"}} for each in asked["objects"]}
            return {"objects": [{**each, "actions": places[each["oid"]]} for each in asked["objects"]]}
        assert "commit" in parts, parts
        model = "/".join(parts[2:4])
        files = self.server.models[model]
        for line in lines[1:]:
            value = line["value"]
            if line["key"] == "deletedFile":
                del files[value["path"]]
            else:
                large = line["key"] == "lfsFile"
                files[value["path"]] = self.server.stored[value["oid"]] if large else base64.b64decode(value["content"])
        commit = self.server.commit(model)
        return {"commitUrl": f"{self.server.url}/{model}/commit/{commit}", "commitOid": commit}

    def _send(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"content-length": str(len(content)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


def _oid(content: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


@contextmanager
def standing_in(monkeypatch: pytest.MonkeyPatch, cache: Path) -> Iterator[Hub]:
    """A hub that huggingface_hub takes for the real one, keeping what it fetches in `cache`."""
    server = Hub()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    constants = {
        "ENDPOINT": server.url,
        "HUGGINGFACE_CO_URL_TEMPLATE": server.url + "/{repo_id}/resolve/{revision}/{filename}",
        "HF_HUB_CACHE": str(cache),
        "HF_HUB_DISABLE_XET": True,
    }
    for name, value in constants.items():
        monkeypatch.setattr(f"huggingface_hub.constants.{name}", value)
    monkeypatch.setattr("transformers.utils.hub._hf_api", None, raising=False)  # it would know a former one
    yield server
    server.shutdown()
    server.server_close()
