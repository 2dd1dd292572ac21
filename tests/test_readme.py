"""The README may not drift: its commands parse, its programs run, its tree is the tree."""

import argparse
import importlib
import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import playwright
import pytest

from htmlbuilder import cli
from htmlbuilder.engines.base import Answer, GenerateRequest
from htmlbuilder.settings import PREFIX, Settings
from tests import venvs
from tests.venvs import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ADDRESS = "http://127.0.0.1:7860"
NODE = Path(playwright.__file__).parent / "driver" / "node"


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in that language."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    return [block for name, block in found if name == language]


SHELL = [line for block in blocks("sh") for line in block.replace("\\\n", " ").splitlines()]
VERBS = [line for line in SHELL if line.startswith("python -m htmlbuilder ")]
CURLS = [line for line in SHELL if line.startswith("curl ")]
PYTHONS, SCRIPTS = blocks("python"), blocks("js")


@pytest.mark.parametrize("line", VERBS)
def test_every_command_parses(line: str) -> None:
    verb, *arguments = shlex.split(line, comments=True)[3:]
    parser = argparse.ArgumentParser(exit_on_error=False)
    importlib.import_module(cli.COMMANDS[verb][0]).add_arguments(parser)
    assert parser.parse_args(arguments)


def test_every_verb_is_shown() -> None:
    assert {shlex.split(line, comments=True)[3] for line in VERBS} == set(cli.COMMANDS)


def test_the_two_commands_name_what_is_there() -> None:
    assert "python3 -m venv .venv && .venv/bin/pip install -r spaces_config/requirements.txt" in SHELL[0]
    assert SHELL[0].endswith(".venv/bin/python app.py")
    assert SHELL[1] == "tests/run"
    assert (ROOT / "tests" / "run").stat().st_mode & 0o111
    for path in ("app.py", "requirements.txt", "spaces_config/requirements.txt", "tests/data/blind.jsonl"):
        assert path in README
        assert (ROOT / path).is_file()


@pytest.fixture(scope="module")
def server(toy_model: Path) -> Iterator[str]:
    with venvs.serving(sys.executable, "app.py", cwd=ROOT, HTMLBUILDER_MODEL=str(toy_model)) as url:
        yield url


def printed_by(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_there_are_examples_in_three_languages() -> None:
    assert (len(CURLS), len(PYTHONS), len(SCRIPTS)) == (2, 2, 1)
    assert all(ADDRESS in example for example in [*CURLS, *PYTHONS, *SCRIPTS])


def test_curl_gets_an_answer_with_the_fields_named(server: str) -> None:
    answer = json.loads(printed_by("sh", "-c", CURLS[0].replace(ADDRESS, server)))
    assert set(answer) == {field.name for field in fields(Answer)}
    named = ("html", "finish_reason", "tokens", "seconds", "repairs", "model", "digest", "seed")
    assert all(name in answer and f"`{name}`" in README for name in named)
    assert all(f"`{name}`" in README for name in GenerateRequest.model_fields)


def test_curl_gets_events(server: str) -> None:
    events = printed_by("sh", "-c", CURLS[1].replace(ADDRESS, server))
    assert events.startswith("event: piece\ndata: {") and "event: done\ndata: {" in events


@pytest.mark.parametrize("program", PYTHONS, ids=["httpx", "gradio_client"])
def test_python_gets_a_page(server: str, program: str) -> None:
    shown = "" if "print(" in program else "print(page)"
    assert printed_by(sys.executable, "-c", program.replace(ADDRESS, server) + shown).rpartition("✔")[2].strip()


def test_javascript_gets_a_page(server: str) -> None:
    program = SCRIPTS[0].replace(ADDRESS, server)
    assert printed_by(str(NODE), "--input-type=module", "--eval", program).strip()


def test_every_setting_named_is_one() -> None:
    named = set(re.findall(rf"\b{PREFIX}([A-Z_]+)", README))
    assert named
    assert {name.lower() for name in named} <= set(Settings.model_fields)


def test_every_link_into_the_repository_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def tree() -> dict[str, str]:
    """Path -> what the README says of it. A folder's path ends in a slash."""
    described, folders = {}, []
    for line in next(block for block in blocks("") if block.startswith("app.py")).splitlines():
        name, _, meaning = line.strip().partition(" ")
        depth = (len(line) - len(line.lstrip())) // 2
        path = "".join(folders[:depth]) + name
        folders[depth:] = [name]
        described[path] = meaning.strip()
    return described


def test_the_tree_is_the_tree() -> None:
    described = tree()
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    missing = [path for path in described if not any(name.startswith(path) for name in listed)]
    assert missing == [], "the README describes what is not there"
    files = {path for path in listed if not path.startswith(".") and not path.endswith("__init__.py")} - {"README.md"}
    unlisted = sorted(path for path in files if path not in described and not in_a_leaf(path, described))
    assert unlisted == [], "the README does not describe them"


def in_a_leaf(path: str, described: dict[str, str]) -> bool:
    """Whether `path` is a test, which mirror the package, or lies in a folder that is described as a whole."""
    if path.startswith("tests/"):
        return True
    folders = [folder for folder in described if folder.endswith("/") and path.startswith(folder)]
    return any(not any(other != folder and other.startswith(folder) for other in described) for folder in folders)
