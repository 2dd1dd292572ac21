"""The command line as a shell sees it: what it prints where, its exit codes, and files that survive a kill."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from htmlbuilder import cli, files, generate
from htmlbuilder.errors import ModelError, PromptTooLong
from tests.fakes import PAGE, FakeEngine

ROOT = Path(__file__).parent.parent
COMMAND = [sys.executable, "-m", "htmlbuilder"]
TRAINING = {"torch", "transformers", "peft", "accelerate", "bitsandbytes", "matplotlib"}


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    fake = FakeEngine()
    monkeypatch.setattr(generate, "open_engine", lambda settings: fake)
    return fake


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., Path]:
    def write(*lines: Any) -> Path:
        path = tmp_path / "in.jsonl"
        path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
        return path

    return write


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def prompts(count: int) -> list[dict[str, Any]]:
    return [{"id": f"p{number}", "prompt": f"a page about the number {number}"} for number in range(count)]


# --help


def imported_by(*argv: str) -> set[str]:
    """The libraries that a command line imports, up to its --help."""
    code = f"import sys\nfrom htmlbuilder.cli import main\ntry:\n    main({list(argv)})\nexcept SystemExit:\n    pass\n"
    code += "print(*{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "usage: htmlbuilder" in done.stdout
    return set(done.stderr.split())


def test_help_answers_at_once_and_imports_nothing_heavy() -> None:
    assert not imported_by("--help") & (TRAINING | {"gradio", "pydantic", "numpy", "xllamacpp", "httpx"})
    times = []
    for _ in range(5):
        began = time.perf_counter()
        subprocess.run([*COMMAND, "--help"], capture_output=True, check=True, cwd=ROOT)
        times.append(time.perf_counter() - began)
    assert min(times) < 0.3


@pytest.mark.parametrize("verb", cli.COMMANDS)
def test_every_verb_explains_itself_without_the_training_half(verb: str) -> None:
    assert not imported_by(verb, "--help") & (TRAINING | {"gradio"})


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nonsense"],
        ["generate"],
        ["generate", "a page", "--prompts", "x.jsonl"],
        ["generate", "--prompts", "x.jsonl", "--out", "y.jsonl", "--page", "z.html"],
    ],
)
def test_wrong_usage_exits_with_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        cli.main(argv)
    assert exit_.value.code == 2
    assert "usage: htmlbuilder" in capsys.readouterr().err


@pytest.mark.parametrize("processes", ["1", "2"])
def test_what_one_process_does_is_not_done_by_several_at_once(
    processes: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TORCHELASTIC_RUN_ID", "1")
    monkeypatch.setenv("WORLD_SIZE", processes)
    for verb in ("tune", "finetune"):
        with pytest.raises(SystemExit):
            cli.main([verb, "--help"])
    refused = "tune is for one process: a launcher of several is for finetune and pretrain"
    assert (refused in capsys.readouterr().err) == (processes == "2")


# one page


def test_a_pipe_gets_the_finished_page(engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", "a login page", "--seed", "7", "--temperature", "0.5"]) == 0
    out, err = capsys.readouterr()
    assert out == PAGE + "\n"
    assert err.startswith("stop: ") and "seed 7, fake" in err
    assert (engine.requests[0].seed, engine.requests[0].temperature, engine.requests[0].top_p) == (7, 0.5, 1.0)
    assert engine.closed


def test_a_terminal_sees_pieces_without_control_characters(
    engine: FakeEngine, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.pieces = ("<p>", "\x1b]0;owned\x07", "caf\u00e9\n", "</p>")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert cli.main(["generate", "a login page"]) == 0
    assert capsys.readouterr().out == "<p>]0;ownedcaf\u00e9\n</p>\n"


def test_out_and_json(engine: FakeEngine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", "a login page", "--out", str(tmp_path / "page.html"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (tmp_path / "page.html").read_text() == PAGE == answer["html"]
    assert (answer["finish_reason"], answer["model"], answer["seed"]) == ("stop", "fake", 0)
    assert answer["digest"].startswith("sha256:")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_page_that_was_cut_off_says_so(engine: FakeEngine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["generate", "a login page", "--max-new-tokens", "2"]) == 0
    assert "--max-new-tokens" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (["  "], 65, "prompt: the prompt is empty"),
        (["x" * 9000], 65, "prompt: "),
        (["a page", "--temperature", "nan"], 65, "temperature: "),
        (["a page", "--seed", "-1"], 65, "seed: "),
        (["a page", "--slots", "0"], 65, "setting slots: "),
        (["a page", "--out", "/nowhere/at/all/page.html"], 65, "mkdir -p /nowhere/at/all"),
        (["a page", "--out", "."], 65, "is a directory"),
    ],
)
def test_bad_input_is_said_before_a_model_is_opened(
    flags: list[str], code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(generate, "open_engine", lambda _: pytest.fail("the model was opened"))
    assert cli.main(["generate", *flags]) == code
    err = capsys.readouterr().err
    assert err.startswith("htmlbuilder: ") and said in err


def test_a_failing_model_gives_its_exit_code_and_its_hint(
    engine: FakeEngine, capsys: pytest.CaptureFixture[str]
) -> None:
    engine.failure = ModelError("the model is damaged", "make it again")
    assert cli.main(["generate", "a page"]) == 78
    assert capsys.readouterr().err == "htmlbuilder: the model is damaged\n  make it again\n"


def test_a_missing_library_names_the_full_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_: object) -> int:
        raise ModuleNotFoundError("No module named 'torch'", name="torch")

    monkeypatch.setattr(generate, "main", missing)
    assert cli.main(["generate", "a page"]) == 78
    assert "needs torch" in (err := capsys.readouterr().err) and "pip install -r requirements.txt" in err


# a file of pages


def test_a_page_is_changed(engine: FakeEngine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Café</p><p>Tea</p>", encoding="utf-8")
    assert cli.main(["generate", "bigger", "--page", str(page)]) == 0
    assert engine.requests[0].html == "<p>Café</p><p>Tea</p>"
    assert "may not know such pages" in capsys.readouterr().err, "the fake writes another page altogether"
    page.write_text(PAGE)
    engine.closed = False
    assert cli.main(["generate", "bigger", "--page", str(page)]) == 0
    assert "0 of 1 met\n  missing: a change of the page" in capsys.readouterr().err
    engine.requests.pop()
    page.write_bytes(b"\xff")
    assert cli.main(["generate", "bigger", "--page", str(page)]) == 65
    assert cli.main(["generate", "bigger", "--page", str(tmp_path / "none.html")]) == 65
    page.write_text("x" * 32_001)
    assert cli.main(["generate", "bigger", "--page", str(page)]) == 65
    engine.can_edit = False
    page.write_text("<h1>x</h1>")
    assert cli.main(["generate", "bigger", "--page", str(page)]) == 65
    said = capsys.readouterr().err
    for words in (
        "page.html is not UTF-8",
        "cannot read",
        "html: the page has over 32,000 characters",
        "has not learned",
    ):
        assert words in said
    assert len(engine.requests) == 1


def test_a_file_of_changes(engine: FakeEngine, write_lines: Callable[..., Path], tmp_path: Path) -> None:
    changes = [{"id": number, "prompt": "bigger", "current": f"<h1>{number}</h1>"} for number in range(2)]
    source, out = write_lines(*changes, {"id": 2, "prompt": "a page"}), tmp_path / "out.jsonl"
    command = ["generate", "--prompts", str(source), "--out", str(out)]
    assert cli.main(command) == 0
    assert sorted(request.html for request in engine.requests) == ["", "<h1>0</h1>", "<h1>1</h1>"]
    assert {line["id"]: line.get("current") for line in read_lines(out)} == {0: "<h1>0</h1>", 1: "<h1>1</h1>", 2: None}
    assert cli.main(command) == 0 and len(engine.requests) == 3
    write_lines(changes[0] | {"current": "<h1>another</h1>"})
    assert cli.main(command) == 65


def test_a_file_of_prompts(engine: FakeEngine, write_lines: Callable[..., Path], tmp_path: Path) -> None:
    engine.delay = 0.01
    source, out = write_lines(*prompts(9)), tmp_path / "out.jsonl"
    assert cli.main(["generate", "--prompts", str(source), "--out", str(out), "--slots", "3"]) == 0
    lines = read_lines(out)
    assert {line["id"]: line["prompt"] for line in lines} == {line["id"]: line["prompt"] for line in prompts(9)}
    assert all(list(line) == ["id", "prompt", "html", "finish_reason", "tokens", "seconds"] for line in lines)
    assert all(line["html"] == PAGE and line["finish_reason"] == "stop" for line in lines)
    assert engine.most == 3


def test_it_goes_on_where_it_was(engine: FakeEngine, write_lines: Callable[..., Path], tmp_path: Path) -> None:
    source, out = write_lines(*prompts(5), "", {"id": 5, "prompt": "a number for an id"}), tmp_path / "out.jsonl"
    command = ["generate", "--prompts", str(source), "--out", str(out)]
    assert cli.main(command) == 0
    assert len(read_lines(out)) == len(engine.requests) == 6
    whole = out.read_bytes()
    out.write_bytes(whole[:-40])  # as a kill in the middle of the last line leaves it
    kept, redone = read_lines_of(whole)[:-1], read_lines_of(whole)[-1]
    assert cli.main(command) == 0
    assert read_lines(out)[:-1] == kept
    assert read_lines(out)[-1]["id"] == redone["id"]
    assert [request.prompt for request in engine.requests[6:]] == [redone["prompt"]]


def read_lines_of(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode().splitlines()]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "line 2: Invalid JSON"),
        ("[]", "line 2: "),
        ({"id": "b"}, "line 2: prompt: Field required"),
        ({"prompt": "a page"}, "line 2: id"),
        ({"id": "b", "prompt": " "}, "line 2: prompt: the prompt is empty"),
        ({"id": "b", "prompt": 3}, "line 2: prompt"),
        ({"id": "a", "prompt": "again"}, "line 2: the id 'a' stands there twice"),
    ],
)
def test_bad_lines_are_named(
    engine: FakeEngine,
    write_lines: Callable[..., Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    line: Any,
    said: str,
) -> None:
    source = write_lines({"id": "a", "prompt": "a page"}, line)
    assert cli.main(["generate", "--prompts", str(source), "--out", str(tmp_path / "out.jsonl")]) == 65
    assert f"{source}, {said}" in capsys.readouterr().err
    assert not engine.requests


def test_a_file_of_other_answers_is_left_alone(
    engine: FakeEngine, write_lines: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text(json.dumps({"id": "p0", "prompt": "something else"}) + "\n")
    assert cli.main(["generate", "--prompts", str(write_lines(*prompts(2))), "--out", str(out)]) == 65
    assert "line 1: 'p0' answers another prompt" in capsys.readouterr().err
    assert len(read_lines(out)) == 1


def test_a_file_that_another_process_writes_is_left_alone(
    engine: FakeEngine, write_lines: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    command = ["generate", "--prompts", str(write_lines(*prompts(2))), "--out", str(out)]
    with files.appending(out):
        out.write_text('{"half a li')
        assert cli.main(command) == 65
    assert f"another process is writing {out}" in capsys.readouterr().err
    assert out.read_text() == '{"half a li' and not engine.requests
    assert cli.main(command) == 0 and len(read_lines(out)) == 2


def test_a_prompt_that_the_model_cannot_take_stops_no_other(
    engine: FakeEngine, write_lines: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stream = engine.stream

    def pick(request: Any) -> Any:
        if request.prompt.endswith(" 1"):
            raise PromptTooLong("the prompt is too long", "shorten it")
        return stream(request)

    engine.stream = pick  # type: ignore[method-assign]
    out = tmp_path / "out.jsonl"
    assert cli.main(["generate", "--prompts", str(write_lines(*prompts(4))), "--out", str(out)]) == 65
    assert {line["id"] for line in read_lines(out)} == {"p0", "p2", "p3"}
    assert "p1: the prompt is too long" in capsys.readouterr().err


# real processes, a real model


@pytest.fixture
def batch(toy_model: Path, write_lines: Callable[..., Path], tmp_path: Path) -> Iterator[Callable[[], Any]]:
    """Starts the same batch of pages each time it is called, in a process that the test may kill."""
    out = tmp_path / "out.jsonl"
    started: list[subprocess.Popen[str]] = []

    def hears() -> None:
        """A suite that was started in the background hands on that Ctrl+C is ignored."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    def start(count: int = 30) -> tuple["subprocess.Popen[str]", Path]:
        source = write_lines(*prompts(count))
        command = [*COMMAND, "generate", "--prompts", str(source), "--out", str(out), "--model", str(toy_model)]
        process = subprocess.Popen(
            [*command, "--max-new-tokens", "400"], stderr=subprocess.PIPE, text=True, cwd=ROOT, preexec_fn=hears
        )
        started.append(process)
        return process, out

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def wait_for_lines(out: Path, count: int) -> None:
    deadline = time.monotonic() + 60
    while not out.exists() or out.read_bytes().count(b"\n") < count:
        assert time.monotonic() < deadline, "the batch wrote nothing"
        time.sleep(0.005)


def test_kill_9_loses_no_page(batch: Callable[[], Any]) -> None:
    process, out = batch()
    wait_for_lines(out, 5)
    process.kill()
    process.communicate()
    before = out.read_bytes()
    assert before.count(b"\n") < 30, "it was killed too late to prove anything"
    process, _ = batch()
    _, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert out.read_bytes().startswith(before[: before.rfind(b"\n") + 1])
    assert sorted(line["id"] for line in read_lines(out)) == sorted(line["id"] for line in prompts(30))


def test_ctrl_c_is_quick_and_quiet(batch: Callable[[], Any]) -> None:
    process, out = batch(500)  # too many to be done before the signal comes, however late that is
    wait_for_lines(out, 2)
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert time.monotonic() - began < 5
    assert "Traceback" not in err


def test_a_reader_that_leaves_is_no_error(toy_model: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [*COMMAND, "generate", "a page", "--model", str(toy_model), "--max-new-tokens", "20"]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    os.close(write)
    assert done.returncode == 141
    assert "Error" not in done.stderr and "Traceback" not in done.stderr
