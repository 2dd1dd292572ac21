"""The Nu HTML checker, the one behind validator.w3.org: one Java process for all pages.

Its jar comes with the npm package that its own maintainers publish; it lies beside the Python that runs this.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from pydantic import BaseModel

from htmlbuilder.errors import ToolMissing

PACKAGE = "vnu-jar@26.9.27"
FOLDER = Path(sys.prefix) / "node_modules" / "vnu-jar"
JAR = FOLDER / "build" / "dist" / "vnu.jar"


class Validity(BaseModel):
    """The Nu checker's errors of the page with the digest `page`; its warnings are left out. `by` names the checker."""

    page: str
    by: str
    errors: tuple[str, ...] = ()


def version() -> str:
    """The checker as its package names itself. Raises `ToolMissing`."""
    if not shutil.which("java"):
        raise ToolMissing("the Nu HTML checker: there is no Java", "apt-get install default-jre-headless")
    if not JAR.is_file():
        raise ToolMissing(
            f"the Nu HTML checker: there is no {JAR}",
            f"npm install --prefix {sys.prefix} --no-save --ignore-scripts {PACKAGE}",
        )
    return f"Nu {json.loads((FOLDER / 'package.json').read_text(encoding='utf-8'))['version']}"


def check(pages: Mapping[str, str], keep: Callable[[Validity], None]) -> None:
    """Hands the validity of each page (digest -> HTML) to `keep`, when all are checked."""
    by = version()
    found: dict[str, list[str]] = {digest: [] for digest in pages}
    with tempfile.TemporaryDirectory() as folder:
        for digest, html in pages.items():
            (Path(folder) / f"{digest}.html").write_text(html, encoding="utf-8", errors="replace", newline="")
        # Its grammars recurse deeper than Java's stack is by default.
        command = ["java", "-Xss4m", "-Xmx1g", "-jar", str(JAR)]
        options = ["--format", "json", "--stdout", "--exit-zero-always", "--errors-only", folder]
        done = subprocess.run(command + options, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        messages = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        said = (done.stderr or done.stdout).strip()[:500]
        raise ToolMissing(f"the Nu HTML checker does not run: {said}", "it needs Java 11 or newer") from None
    for message in messages:
        digest = Path(message.get("url", "")).stem
        if message["type"] != "info" and digest in found:
            found[digest].append(f"line {message.get('lastLine', '?')}: {message['message']}")
    for digest, errors in found.items():
        keep(Validity(page=digest, by=by, errors=tuple(errors)))
