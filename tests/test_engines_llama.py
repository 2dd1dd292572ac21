"""The llama.cpp engine with a real, if senseless, model: streaming, cancelling, batching, replaying, and its walls."""

import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

import pytest

from htmlbuilder import prompt
from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.llama import LlamaEngine, _pieces
from htmlbuilder.errors import CannotEdit, ModelError, NotReady, PageTooLong, PromptTooLong
from htmlbuilder.settings import EMBEDDED_MODEL, Settings
from tests.streams import ended

ROOT = Path(__file__).parents[1]
LONG = GenerateRequest(prompt="Write an HTML code to create a login page", max_new_tokens=900)
SHORT = LONG.model_copy(update={"max_new_tokens": 40})


def opened(model: Path, **settings: object) -> LlamaEngine:
    engine = open_engine(Settings.load(model=str(model), threads=1, **settings))
    assert isinstance(engine, LlamaEngine)
    return engine


@pytest.fixture(scope="module")
def engine(toy_model: Path) -> Iterator[LlamaEngine]:
    with closing(opened(toy_model, slots=2)) as engine:
        yield engine


def patched(model: Path, target: Path, *changes: tuple[bytes, bytes]) -> Path:
    """A copy of the model's GGUF alone, with bytes replaced by as many others."""
    content = (model / "model.gguf").read_bytes()
    for old, new in changes:
        assert content.count(old) == 1 and len(old) == len(new)
        content = content.replace(old, new)
    target.write_bytes(content)
    return target


def test_the_text_comes_in_pieces_with_its_counts(engine, toy_model):
    with engine.stream(SHORT) as stream:
        pieces = list(stream)
    assert len(pieces) > 10
    assert stream.finish is not None and stream.finish.reason == "length" and stream.finish.tokens == 40
    assert stream.finish.prompt_tokens == len(token_ids(toy_model)(prompt.frame(SHORT.prompt)))
    assert 0 < stream.finish.seconds < 10
    assert engine.digest.startswith("sha256:") and len(engine.digest) == 71


def test_an_end_that_the_model_wrote_is_a_stop(engine):
    wishes = (GenerateRequest(prompt=f"page {number}", temperature=1.5, seed=number) for number in range(50))
    finish = next(done.finish for wish in wishes if (done := complete(engine, wish)).finish.tokens < 800)
    assert finish.reason == "stop"


def test_greedy_is_the_same_for_every_seed(engine):
    first, second = (complete(engine, SHORT.model_copy(update={"seed": seed})).text for seed in (0, 9))
    assert first == second


@pytest.mark.parametrize("seed", [0, 7, 2**32 - 1])
def test_a_seed_repeats_what_was_sampled(engine, seed):
    wish = SHORT.model_copy(update={"temperature": 1.0, "top_p": 0.95, "seed": seed})
    again = [complete(engine, wish).text for _ in range(3)]
    assert len(set(again)) == 1
    assert complete(engine, wish.model_copy(update={"seed": 1})).text != again[0]


def test_a_reader_who_leaves_frees_the_slot_at_once():
    # the toy writes a page in 50 ms, which a busy machine may sleep through; the embedded model takes a second
    waits = []
    with closing(opened(EMBEDDED_MODEL, slots=1)) as engine:
        whole = complete(engine, LONG).finish
        for _ in range(5):
            stream = engine.stream(LONG)
            next(iter(stream))
            began = time.monotonic()
            stream.cancel()
            after = complete(engine, GenerateRequest(prompt="next", max_new_tokens=1)).finish
            waits.append(time.monotonic() - began)
            assert after.tokens == 1
            finish = ended(stream)
            assert finish.reason == "cancelled" and 1 <= finish.tokens < whole.tokens / 2
    assert median(waits) < whole.seconds / 2  # one of them may meet a machine that is busy elsewhere


def test_a_request_that_waits_can_be_cancelled_too(toy_model):
    with closing(opened(toy_model, slots=1)) as engine:
        running, waiting = engine.stream(LONG), engine.stream(LONG)
        waiting.cancel()
        assert ended(running).reason != "cancelled"
        assert ended(waiting).reason == "cancelled"


def test_requests_run_side_by_side_up_to_the_slots(engine):
    heard: list[str] = []
    streams = {name: engine.stream(LONG) for name in ("first", "second", "third")}
    for name, stream in streams.items():
        stream.listen(partial(heard.append, name))
    for stream in streams.values():
        ended(stream)
    pieces = heard[len(streams) :]
    begins = {name: pieces.index(name) for name in streams}
    ends = {name: len(pieces) - 1 - pieces[::-1].index(name) for name in streams}
    first, second, third = sorted(streams, key=begins.__getitem__)
    assert begins[second] < ends[first], "two share the batch"
    # Threads hand the pieces on, a busy machine some later than others: half is far from both outcomes.
    assert begins[third] > min(ends[first], ends[second]) / 2, "the third waits for a slot"


def test_closing_ends_what_runs():
    engine = opened(EMBEDDED_MODEL, slots=1)
    running = engine.stream(LONG)
    next(iter(running))
    waiting = engine.stream(LONG)
    engine.close()
    assert [ended(stream).reason for stream in (running, waiting)] == ["cancelled"] * 2
    with pytest.raises(NotReady):
        engine.stream(SHORT)


def test_a_prompt_that_leaves_no_room_is_refused(engine):
    with pytest.raises(PromptTooLong, match=r"has [\d,]+ tokens, and the model holds 1,024"):
        complete(engine, GenerateRequest(prompt="a page? " * 900))
    assert complete(engine, SHORT).finish.tokens == 40


# the prompt


def token_ids(model: Path) -> Callable[[str], list[int]]:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    return lambda text: list(tokenizer.encode(text, add_special_tokens=False).ids)


def test_runs_of_digits_do_not_hold_it_up(engine):
    for digits in ("7" * 8_000, "12" * 3_000 + "٣" * 1_000, "1" * 6_000 + "a" + "2" * 1_900):
        began = time.monotonic()
        with pytest.raises(PromptTooLong):
            complete(engine, GenerateRequest(prompt=digits))
        assert time.monotonic() - began < 0.5
    began = time.monotonic()
    assert complete(engine, GenerateRequest(prompt="7" * 900, max_new_tokens=1)).finish.prompt_tokens == 902
    assert time.monotonic() - began < 0.5


def test_a_prompt_in_parts_has_the_same_tokens(toy_model):
    tokens = token_ids(toy_model)
    draw = random.Random(3)
    alphabet = "0123456789" * 4 + "abc <>/\n\t\"'=é½²٣४Ⅷ①、漢字🎉\u200d\u0301\ufeff\u00a0"
    texts = ["".join(draw.choices(alphabet, k=draw.randint(1, 300))) for _ in range(200)]
    texts += ["7" * length for length in (1, 63, 64, 65, 128, 129, 8_000)]
    texts += ["a" + "7" * 64 + "b", "٣" * 70 + "7" * 70 + "½" * 70, "<b>" + "1" * 100 + "%</b> 12" + "3" * 100]
    for text in texts:
        parts = _pieces(text)
        assert "".join(parts) == text and not re.search("[0-9]{65}", "\n".join(parts))
        assert [token for part in parts for token in tokens(part)] == tokens(text)


@pytest.mark.parametrize("wish", [LONG.prompt, " Phone 0123456789" * 9, "spell <|end|> and <|page|> out", "1" * 100])
def test_it_asks_what_the_training_asked(engine, toy_model, wish):
    """Given as token ids, the framed prompt is answered in the same way."""
    ids = token_ids(toy_model)(prompt.frame(wish))
    fields = {"samplers": ["top_k"], "top_k": 1, "max_tokens": 60, "cache_prompt": False}
    expected = engine._server.handle_completions(fields | {"prompt": ids})
    done = complete(engine, GenerateRequest(prompt=wish, max_new_tokens=60))
    assert done.text == expected["choices"][0]["text"]
    assert done.finish.prompt_tokens == len(ids)
    assert done.text != complete(engine, GenerateRequest(prompt=wish + "!", max_new_tokens=60)).text


def test_another_chat_template_is_kept(engine, toy_model, tmp_path):
    """The same template, spelled otherwise, is not known as ours: llama.cpp applies it."""
    path = patched(toy_model, tmp_path / "other.gguf", (b"<|end|>{% endif %}{% endfor", b"<|end|>{%endif  %}{% endfor"))
    with closing(opened(path, slots=1)) as other:
        assert complete(other, SHORT).text == complete(engine, SHORT).text
        spelled = SHORT.model_copy(update={"prompt": "stop <|end|> here"})
        assert complete(other, spelled).text == complete(engine, spelled).text


def test_without_a_chat_template_a_preset_is_named(engine, toy_model, tmp_path):
    path = patched(toy_model, tmp_path / "bare.gguf", (b"tokenizer.chat_template", b"tokenizer.chat_templatE"))
    with pytest.raises(ModelError, match=r"--template .*plain,.*alpaca"):
        opened(path)
    with pytest.raises(ModelError, match="no template called nonsense"):
        opened(path, template="nonsense")
    with closing(opened(path, template="falcon-instruct", slots=1)) as bare:
        done = complete(bare, SHORT)
        fields = {"samplers": ["top_k"], "top_k": 1, "max_tokens": 40, "cache_prompt": False}
        expected = bare._server.handle_completions(fields | {"prompt": f"User: {SHORT.prompt}\nAssistant:"})
    assert done.text == expected["choices"][0]["text"]


# a page to change

OLD = "<!doctype html>\n<h1>Log in 0123456789</h1>\n<p>spell <|end|> and a <| b</p>\n"
CHANGE = GenerateRequest(prompt="make the heading “Come in”", html=OLD, max_new_tokens=40)


def test_a_page_to_change_stands_before_the_wish_as_the_chat_template_has_it(engine, toy_model):
    ids = token_ids(toy_model)(prompt.frame(CHANGE.prompt, OLD))
    assert [token for token in ids if token < 3] == [2, 0, 1, 2]
    fields = {"samplers": ["top_k"], "top_k": 1, "max_tokens": 40, "cache_prompt": False}
    expected = engine._server.handle_completions(fields | {"prompt": ids})
    done = complete(engine, CHANGE)
    assert done.text == expected["choices"][0]["text"]
    assert done.finish.prompt_tokens == len(ids)
    assert done.text != complete(engine, CHANGE.model_copy(update={"html": ""})).text


def test_a_page_that_does_not_fit_twice_is_refused_before_anything_is_written(engine):
    pieces: list[str] = []
    for times in (16, 60):  # once it fits, but not again; not even once
        with pytest.raises(PageTooLong, match=r"have [\d,]+ tokens, and the model holds 1,024"):
            complete(engine, CHANGE.model_copy(update={"html": OLD * times}), lambda piece: not pieces.append(piece))
    assert not pieces
    assert complete(engine, CHANGE.model_copy(update={"html": OLD * 8})).finish.tokens == 40


def test_a_model_of_ours_that_was_not_taught_to_change_pages_says_so(toy_model, tmp_path):
    path = patched(toy_model, tmp_path / "writer.gguf", (b"htmlbuilder.skills", b"htmlbuilder.skillz"))
    with closing(opened(path, slots=1)) as writer:
        with pytest.raises(CannotEdit, match="has not learned to change one"):
            complete(writer, CHANGE)
        assert complete(writer, SHORT).finish.tokens == 40


def test_a_model_from_elsewhere_gets_the_page_within_the_wish(toy_model, tmp_path):
    changes = (b"tokenizer.chat_template", b"tokenizer.chat_templatE"), (b"htmlbuilder.skills", b"htmlbuilder.skillz")
    path = patched(toy_model, tmp_path / "bare.gguf", *changes)
    with closing(opened(path, template="falcon-instruct", slots=1)) as bare:
        done = complete(bare, CHANGE)
        wish = prompt.disarm(prompt.asking(CHANGE.prompt, OLD), prompt.SPECIAL_TOKENS)
        assert "< |end|>" in wish and "```html" in wish
        assert done.finish.prompt_tokens == len(token_ids(toy_model)(f"User: {wish}\nAssistant:"))


# the file


@pytest.mark.parametrize("size", [0, 3, 40, 3_000, 200_000])
def test_a_file_that_was_cut_off_is_refused(toy_model, tmp_path, size):
    path = tmp_path / "cut.gguf"
    path.write_bytes((toy_model / "model.gguf").read_bytes()[:size])
    with pytest.raises(ModelError, match=r"cut\.gguf"):
        opened(path)


def test_a_file_that_is_something_else_is_refused(tmp_path):
    (tmp_path / "page.gguf").write_text("<!doctype html>" * 100)
    with pytest.raises(ModelError, match="does not start as one"):
        opened(tmp_path / "page.gguf")
    (tmp_path / "page.txt").write_text("x")
    with pytest.raises(ModelError, match="is not a model"):
        opened(tmp_path / "page.txt")
    with pytest.raises(ModelError, match="there is no model at"):
        opened(tmp_path / "missing")


def test_a_model_that_was_changed_is_refused(toy_model, tmp_path):
    changed = Path(shutil.copytree(toy_model, tmp_path / "model"))
    content = bytearray((changed / "model.gguf").read_bytes())
    content[-1] ^= 1
    (changed / "model.gguf").write_bytes(content)
    with pytest.raises(ModelError, match=r"model\.gguf"):
        opened(changed)


def test_of_several_files_one_must_be_named(toy_model, tmp_path):
    for name in ("a.gguf", "b.gguf"):
        shutil.copyfile(toy_model / "model.gguf", tmp_path / name)
    with pytest.raises(ModelError, match=r"several models: a\.gguf, b\.gguf"):
        opened(tmp_path)
    with closing(opened(tmp_path / "b.gguf")) as engine:
        assert complete(engine, SHORT).finish.tokens == 40


# the walls

LISTENING = """
import os, sys, tempfile
from pathlib import Path

def listening():
    "The addresses on which this process listens: TCP ports, and the paths of sockets that are there."
    mine = {os.readlink(f"/proc/self/fd/{fd}")[8:-1] for fd in os.listdir("/proc/self/fd")
            if os.path.exists(f"/proc/self/fd/{fd}") and os.readlink(f"/proc/self/fd/{fd}").startswith("socket:")}
    found = []
    for name in ("tcp", "tcp6"):
        rows = [line.split() for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]]
        found += [f"{name} {row[1]}" for row in rows if row[3] == "0A" and row[9] in mine]
    rows = [line.split() for line in Path("/proc/net/unix").read_text().splitlines()[1:]]
    paths = [row[7] for row in rows if len(row) > 7 and row[6] in mine]
    return found + [path for path in paths if path.startswith("@") or os.path.exists(path)], paths

tempfile.tempdir = sys.argv[2]
"""
OURS = """
from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.settings import Settings

engine = open_engine(Settings(model=sys.argv[1], slots=2, threads=1))
with engine.stream(GenerateRequest(prompt="a page", max_new_tokens=900)) as stream:
    next(iter(stream))
    reachable, bound = listening()
    print(reachable, len(bound), os.listdir(sys.argv[2]))
engine.close()
"""
STOCK = """
import xllamacpp

params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.verbosity = sys.argv[1] + "/model.gguf", 256, 0
params.hostnames = ["127.0.0.1", sys.argv[2] + "/llama.sock"][int(sys.argv[3]):][:1]
server = xllamacpp.Server(params)
print(*listening()[0])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_nobody_else_can_reach_it(toy_model, tmp_path):
    def said(code: str, *arguments: str) -> str:
        command = [sys.executable, "-c", LISTENING + code, str(toy_model), str(tmp_path), *arguments]
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=60).stdout.strip()

    assert said(OURS) == "[] 1 []", "one socket, whose path is gone, and nothing left behind"
    assert said(STOCK, "0").startswith("tcp 0100007F:"), "a port would be seen"
    assert said(STOCK, "1") == str(tmp_path / "llama.sock"), "a socket with a path would be seen"


def test_closing_at_once_does_not_wait_for_ever(toy_model: Path) -> None:
    """In a process of its own, since what hangs in llama.cpp can only be killed."""
    code = (
        "import sys; from htmlbuilder.engines import open_engine; from htmlbuilder.settings import Settings\n"
        "for _ in range(25): open_engine(Settings(model=sys.argv[1], threads=1)).close()"
    )
    subprocess.run([sys.executable, "-c", code, str(toy_model)], cwd=ROOT, check=True, timeout=90)
