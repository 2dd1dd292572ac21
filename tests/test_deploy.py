"""The Space: its folder runs as a Space runs it, and reaches the hub in one commit."""

import base64
import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from htmlbuilder import cli, deploy
from tests import venvs
from tests.venvs import ROOT

SPACE = {
    "SPACE_ID": "me/pages",
    "SPACE_HOST": "me-pages.hf.space",
    "SYSTEM": "spaces",
    "GRADIO_SERVER_NAME": "0.0.0.0",
    "GRADIO_SSR_MODE": "false",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("deploy") / "space"
    assert cli.main(["deploy", "--repo", "me/pages", "--dry-run", "--out", str(target)]) == 0
    return target


def card(folder: Path) -> dict[str, Any]:
    return yaml.safe_load((folder / "README.md").read_text().split("---\n")[1])


def test_the_card_says_what_a_space_must_know(folder: Path) -> None:
    front = card(folder)
    assert (front["sdk"], front["app_file"], front["suggested_hardware"]) == ("gradio", "app.py", "cpu-basic")
    assert f"gradio=={front['sdk_version']}" in (ROOT / "spaces_config" / "requirements.txt").read_text().splitlines()
    assert len(front["short_description"]) <= 60
    assert front["python_version"] == "3.11"


def test_what_the_space_brings_is_not_required(folder: Path) -> None:
    pinned = (ROOT / "spaces_config" / "requirements.txt").read_text().splitlines()
    left_out = set(pinned) - set((folder / "requirements.txt").read_text().splitlines())
    assert {line.partition("==")[0] for line in left_out} == {"gradio", "huggingface_hub"}


def test_the_folder_is_whole_and_clean(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {
        "app.py",
        "htmlbuilder",
        "requirements.txt",
        "README.md",
        "LICENSE",
    }
    copied = {path.relative_to(folder) for path in (folder / "htmlbuilder").rglob("*") if path.is_file()}
    source = (path for path in (ROOT / "htmlbuilder").rglob("*") if path.is_file())
    hidden = ("__pycache__", ".mypy_cache")
    assert copied == {path.relative_to(ROOT) for path in source if not any(part in hidden for part in path.parts)}


@pytest.mark.timeout(400)
def test_it_starts_as_a_space_starts_it(folder: Path) -> None:
    gradio = f"gradio[oauth,mcp]=={card(folder)['sdk_version']}"
    # Kept outside the folder, whose path is another each time, so that the environment need not be built again.
    requirements = ROOT / ".venvs" / "space-requirements.txt"
    requirements.parent.mkdir(exist_ok=True)
    shutil.copyfile(folder / "requirements.txt", requirements)
    python = venvs.python_with(
        "space", "-r", str(requirements), gradio, "uvicorn>=0.14.0", "websockets>=10.4", "spaces"
    )
    with venvs.serving(str(python), "app.py", cwd=folder, **SPACE) as url:
        outside = {"host": SPACE["SPACE_HOST"], "x-forwarded-proto": "https"}
        assert "<gradio-app" in httpx.get(url, headers=outside).text
        wish = {"prompt": "a login page", "max_new_tokens": 8}
        answer = httpx.post(f"{url}/generate", json=wish, headers=outside, timeout=30)
        assert answer.status_code == 200
        assert answer.json()["tokens"] == 8


class Hub(ThreadingHTTPServer):
    """A stand-in for the hub's API: records what is asked of it, and answers as the hub does."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[tuple[str, Any]] = []
        self.refuse = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answers(BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0))).decode()
        lines = [json.loads(line) for line in body.splitlines()]
        self._answer(lines if self.headers["content-type"].endswith("x-ndjson") else lines[0])

    def _answer(self, body: Any) -> None:
        assert self.headers["authorization"] == "Bearer hf_of_a_test"
        self.server.asked.append((self.path, body))
        if self.server.refuse and self.server.refuse in self.path:
            return self._send(403, {"error": "your token may not write"})
        space = f"{self.server.url}/spaces/me/pages"
        if self.path == "/api/repos/create":
            return self._send(200, {"url": space})
        if self.path.endswith("/variables"):
            return self._send(200, {body["key"]: {"value": body["value"]}})
        if "/preupload/" in self.path:
            files = [{"path": file["path"], "uploadMode": "regular", "shouldIgnore": False} for file in body["files"]]
            return self._send(200, {"files": files})
        if "/tree/" in self.path:
            return self._send(200, [{"type": "file", "path": name, "size": 1, "oid": "0" * 40} for name in BEFORE])
        if "/commit/" in self.path:
            return self._send(200, {"commitUrl": f"{space}/commit/{'1' * 40}", "commitOid": "1" * 40})
        return self._send(
            200, {"id": "me/pages", "sha": "0" * 40, "siblings": [{"rfilename": name} for name in BEFORE]}
        )

    def _send(self, status: int, value: Any) -> None:
        content = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


BEFORE = ("README.md", "htmlbuilder/gone.py", "notes.txt")


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    server = Hub()
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", server.url)
    monkeypatch.setenv("HF_TOKEN", "hf_of_a_test")
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A folder with the shape of a Space, small enough to send whole."""
    (tmp_path / "htmlbuilder").mkdir()
    (tmp_path / "README.md").write_text("---\nsdk: gradio\n---\n")
    (tmp_path / "app.py").write_text("print('caf\u00e9')\n")
    (tmp_path / "htmlbuilder" / "cli.py").write_text("pass\n")
    return tmp_path


def test_an_upload_is_one_commit(hub: Hub, small: Path) -> None:
    assert deploy.upload(small, "me/pages") == f"{hub.url}/spaces/me/pages"
    created = dict(hub.asked)["/api/repos/create"]
    assert (created["name"], created["organization"], created["type"], created["sdk"]) == (
        "pages",
        "me",
        "space",
        "gradio",
    )
    asked = [path for path, _ in hub.asked]
    assert dict(hub.asked)["/api/spaces/me/pages/variables"] == {"key": "GRADIO_SSR_MODE", "value": "false"}
    commits = [body for path, body in hub.asked if "/commit/" in path]
    assert len(commits) == 1
    assert asked.index("/api/spaces/me/pages/variables") < next(i for i, path in enumerate(asked) if "/commit/" in path)
    sent = {line["value"]["path"]: line["value"]["content"] for line in commits[0] if line["key"] == "file"}
    assert {name: base64.b64decode(content) for name, content in sent.items()} == {
        path.relative_to(small).as_posix(): path.read_bytes() for path in small.rglob("*") if path.is_file()
    }
    assert [line["value"]["path"] for line in commits[0] if line["key"] == "deletedFile"] == ["htmlbuilder/gone.py"]


@pytest.mark.parametrize("refuse", ["/api/", "/variables", "/commit/"])
def test_a_refusal_says_what_to_do(
    hub: Hub, small: Path, refuse: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deploy, "assemble", lambda _: small)
    hub.refuse = refuse
    assert cli.main(["deploy", "--repo", "me/pages"]) == 69
    err = capsys.readouterr().err
    assert "the hub did not take me/pages" in err and "the rights of your token" in err


def test_without_a_token_it_asks_for_one(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(deploy, "assemble", lambda _: small)
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "none"))
    assert cli.main(["deploy", "--repo", "me/pages"]) == 69
    assert "hf auth login" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("flags", "said"),
    [(["--repo", "pages"], "names no Space"), (["--repo", "me/pages", "--dry-run", "--out", "."], "is not empty")],
)
def test_wrong_flags_are_said(flags: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["deploy", *flags]) == 65
    assert said in capsys.readouterr().err
