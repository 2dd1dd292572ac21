"""What an installation holds: pinned once, complete, and with the app running from the light set alone."""

import email
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from htmlbuilder import __version__
from tests import venvs
from tests.venvs import ROOT

pytestmark = pytest.mark.timeout(400)  # an environment is built on the first run
LIGHT = ROOT / "spaces_config" / "requirements.txt"
FULL = ROOT / "requirements.txt"
EVALUATE = ROOT / "htmlbuilder" / "evaluation" / "requirements.txt"
PIN = re.compile(r"([\w.-]+)==(\S+)")


def pins(path: Path) -> set[str]:
    lines = path.read_text().splitlines()
    return {line.partition("#")[0].strip() for line in lines if line and line[0] not in "#-"}


@pytest.fixture(scope="module")
def light_python() -> Path:
    return venvs.python_with("light", "-r", str(LIGHT))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    venvs.run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    with zipfile.ZipFile(next(folder.glob("htmlbuilder-*.whl"))) as archive:
        yield archive


def test_every_requirement_is_pinned_and_stands_once() -> None:
    files = (LIGHT, FULL, EVALUATE, ROOT / "tests" / "requirements.txt")
    named = [pin for path in files for pin in pins(path)]
    assert [pin for pin in named if not PIN.fullmatch(pin)] == []
    names = [PIN.fullmatch(pin)[1].lower().replace("_", "-") for pin in named]
    assert len(names) == len(set(names))
    assert FULL.read_text().splitlines()[1] == "-r spaces_config/requirements.txt"


def test_the_wheel_names_what_the_requirements_pin(wheel: zipfile.ZipFile) -> None:
    metadata = email.message_from_bytes(wheel.read(f"htmlbuilder-{__version__}.dist-info/METADATA"))
    required = metadata.get_all("Requires-Dist")
    assert metadata["Version"] == __version__
    assert {line for line in required if "extra" not in line} == {normal(pin) for pin in pins(LIGHT)}
    extras = {"train": FULL, "evaluate": EVALUATE}
    assert {line for line in required if "extra" in line} == {
        f"{normal(pin)}; extra == '{extra}'" for extra, path in extras.items() for pin in pins(path)
    }
    assert set(metadata.get_all("Provides-Extra")) == set(extras)
    assert metadata["License-Expression"] == "Apache-2.0"


def normal(pin: str) -> str:
    return pin.lower().replace("_", "-")


def test_the_wheel_holds_the_whole_package(wheel: zipfile.ZipFile) -> None:
    paths = (path for path in (ROOT / "htmlbuilder").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert {path.relative_to(ROOT).as_posix() for path in paths} == {
        name for name in wheel.namelist() if ".dist-info/" not in name
    }


def test_an_installed_wheel_generates(
    wheel: zipfile.ZipFile, light_python: Path, toy_model: Path, tmp_path: Path
) -> None:
    target = tmp_path / "installed"
    venvs.run(
        str(light_python), "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target), wheel.filename
    )
    command = (
        str(target / "bin" / "htmlbuilder"),
        "generate",
        "a page",
        "--max-new-tokens",
        "8",
        "--model",
        str(toy_model),
    )
    assert venvs.run(*command, cwd=tmp_path, PYTHONPATH=str(target))
    script = (target / "bin" / "htmlbuilder").read_text()
    assert "from htmlbuilder.cli import main" in script


def test_the_app_runs_from_the_light_set_alone(light_python: Path) -> None:
    torch = subprocess.run([light_python, "-c", "import torch"], capture_output=True, text=True, check=False)
    assert "No module named 'torch'" in torch.stderr
    with venvs.serving(str(light_python), "app.py", cwd=ROOT) as url:
        answer = httpx.post(f"{url}/generate", json={"prompt": "a login page", "max_new_tokens": 8}, timeout=30)
        assert answer.status_code == 200
        assert answer.json()["tokens"] == 8
        assert "<gradio-app" in httpx.get(url).text
