"""What a model is held to: the grammar of nesting, which the corpus keeps to as well, and an end to every stutter."""

import re
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import pytest

from htmlbuilder import manifest, prompt
from htmlbuilder.corpus.edits import mixed
from htmlbuilder.engines import llama, open_engine
from htmlbuilder.engines.base import Engine, GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.grammar import HOLDS, RAW, TEXT, VOID
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import quantize
from htmlbuilder.settings import Settings
from tests import toy

WISH = GenerateRequest(prompt="Write an HTML code to create a login page", max_new_tokens=600)


class Nesting(HTMLParser):
    """Reads a page as a sequence of tags, and notes where one stands that the grammar has no place for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.odd: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("html", "head", "body") and tag not in HOLDS[self.open[-1]].split():
            self.odd.append(f"<{tag}> in <{self.open[-1]}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop() != tag:
            self.odd.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] not in RAW and TEXT not in HOLDS[self.open[-1]].split():
            self.odd.append(f"text in <{self.open[-1]}>: {data.strip()[:40]}")


def test_every_new_page_of_the_corpus_keeps_to_it():
    for index in range(1_500):
        page = mixed(0.0, 3, index, "train").page
        nesting = Nesting(page)
        assert not nesting.odd and not nesting.open, f"sample {index}: {nesting.odd or nesting.open}"


def test_whatever_may_be_held_is_itself_known():
    assert {tag for held in HOLDS.values() for tag in held.split()} <= {*HOLDS, *VOID, *RAW, TEXT}


@pytest.fixture(scope="module")
def nester(toy_model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The toy, claiming to nest instead of to edit."""
    content = (toy_model / "model.gguf").read_bytes()
    claim = [len(word).to_bytes(8, "little") + word.encode() for word in (prompt.EDIT, prompt.NEST)]
    assert content.count(claim[0]) == 1
    path = tmp_path_factory.mktemp("nester") / "model.gguf"
    path.write_bytes(content.replace(*claim))
    with closing(open_engine(Settings.load(model=str(path), threads=1, slots=1))) as engine:
        yield engine


@pytest.mark.parametrize("seed", range(4))
def test_a_senseless_model_that_is_held_to_it_nests(nester, seed):
    text = complete(nester, WISH.model_copy(update={"temperature": 1.0, "seed": seed})).text
    assert text.startswith("<!doctype html>")
    cut = text[: text.rindex("<")]
    assert cut.count("<") > 15 and not Nesting(cut).odd


def test_without_the_claim_a_model_writes_as_it_likes(toy_model):
    with closing(open_engine(Settings.load(model=str(toy_model), threads=1, slots=1))) as free:
        assert not complete(free, WISH).text.startswith("<!doctype html>")


@pytest.fixture
def stutterer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A toy whose every token calls for itself; it claims to nest."""
    sizes = {"word_embeddings": 20.0, "self_attention.dense": 0.1, "4h_to_h": 0.1}
    monkeypatch.setattr(toy, "SIZES", toy.SIZES | sizes)
    checkpoint = tmp_path / "stutterer"
    toy.write_weights(checkpoint, toy.write_tokenizer(checkpoint))
    config = (checkpoint / "config.json").read_text()
    (checkpoint / "config.json").write_text(config.replace(f'"{prompt.EDIT}"', f'"{prompt.NEST}"'))
    manifest.write(checkpoint, Manifest(stage="toy"))
    quantize.run(quantize.QuantizeConfig(), checkpoint, tmp_path / "model")
    return tmp_path / "model"


@pytest.mark.parametrize(("loop", "held"), [(llama.LOOP, True), (10_000, False)])
def test_what_a_page_says_over_and_over_comes_to_an_end(stutterer, monkeypatch, loop, held):
    monkeypatch.setattr(llama, "LOOP", loop)
    with closing(open_engine(Settings.load(model=str(stutterer), threads=1, slots=1))) as engine:
        text = complete(engine, WISH).text
    repeats = max(len(found[0]) // len(found[1]) for found in re.finditer(r'([^\n"]{1,16}?)\1+', text))
    assert (repeats < 2 * llama.LOOP) if held else repeats > 200
