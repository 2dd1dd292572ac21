"""Clean virtual environments, built once and kept beside the repository, and the app running in one of them."""

import contextlib
import fcntl
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

ROOT = Path(__file__).parent.parent


def python_with(name: str, *requirements: str) -> Path:
    """The Python of the environment `.venvs/NAME`, which holds the `requirements` (as pip takes them) and nothing else.

    It is built anew when they change. Tests that run side by side wait for each other here.
    """
    home = ROOT / ".venvs" / name
    stamp = "\n".join([sys.version, *requirements, *_contents(requirements)])
    home.parent.mkdir(exist_ok=True)
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "stamp").is_file() or (home / "stamp").read_text() != stamp:
            shutil.rmtree(home, ignore_errors=True)
            run(sys.executable, "-m", "venv", str(home))
            run(str(home / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-compile", *requirements)
            (home / "stamp").write_text(stamp)
    return home / "bin" / "python"


def _contents(requirements: tuple[str, ...]) -> list[str]:
    return [Path(item).read_text() for item in requirements if item.endswith(".txt")]


def run(*command: str, cwd: Path = ROOT, **environment: str) -> str:
    """Runs `command` with nothing of this process's Python about it, and returns what it printed."""
    done = subprocess.run(command, cwd=cwd, env=clean(environment), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return done.stdout


def clean(extra: dict[str, str]) -> dict[str, str]:
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "HTMLBUILDER", "SPACE"))
    }
    return inherited | extra


@contextlib.contextmanager
def serving(*command: str, cwd: Path, **environment: str) -> Iterator[str]:
    """The URL of the app that `command` starts on a free port of 127.0.0.1, once it is ready."""
    here = {"HTMLBUILDER_HOST": "127.0.0.1", "HTMLBUILDER_PORT": "0"}
    log: list[str] = []
    with subprocess.Popen(command, cwd=cwd, env=clean(here | environment), stderr=subprocess.PIPE, text=True) as app:
        reader = threading.Thread(target=log.extend, args=(app.stderr,))
        reader.start()
        try:
            deadline = time.monotonic() + 90
            while not (url := _address(log)) or httpx.get(f"{url}/readyz").status_code != 200:
                assert app.poll() is None and time.monotonic() < deadline, f"it did not start: {''.join(log)}"
                time.sleep(0.05)
            yield url
        finally:
            app.terminate()
            app.wait(20)
            reader.join()


def _address(log: list[str]) -> str:
    """The URL the app says it listens on, once it does."""
    found = re.search(r"^htmlbuilder .* on (http\S+?)/? ", "".join(log), re.MULTILINE)
    return found[1] if found else ""
