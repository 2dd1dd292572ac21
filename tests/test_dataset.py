"""A person's own pages become a training set: every row accounted for, and no page on two sides of the split."""

import csv
import json
import random
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from htmlbuilder import checks, cli, manifest
from htmlbuilder.errors import DataError, InvalidRequest, ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import dataset, neardup
from htmlbuilder.pipeline import tokenizer as tokens_of
from htmlbuilder.pipeline.dataset import DatasetConfig
from htmlbuilder.pipeline.evaluate import read_tasks
from htmlbuilder.pipeline.pairs import find_columns, read_pair
from htmlbuilder.pipeline.sources import open_source
from htmlbuilder.prompt import labelled
from tests import toy

CONTEXT = 1024
WORDS = [first + second for first in "ba ke li mo nu pa re si to vu".split() for second in "lor min dat rex".split()]
Fields = dict[str, Any]


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As much of a model as is read: tokenizer, chat template and config."""
    directory = tmp_path_factory.mktemp("model")
    toy.write_tokenizer(directory)
    config = {"model_type": "falcon", "max_position_embeddings": CONTEXT}
    (directory / "config.json").write_text(json.dumps(config))
    return directory


def text(seed: int, words: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def page(seed: int, words: int = 40) -> str:
    head = f"<!DOCTYPE html>\n<html><head><title>P{seed}</title></head>"
    return f"{head}\n<body>\n<p>{text(seed, words)}</p>\n</body></html>\n"


def pairs(count: int) -> list[Fields]:
    return [{"prompt": f"a page about {text(seed, 3)} {seed}", "page": page(seed)} for seed in range(count)]


def write_lines(path: Path, rows: list[Fields]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def lines(target: Path, split: str) -> list[Fields]:
    return [json.loads(line) for line in (target / f"{split}.jsonl").read_text().splitlines()]


def all_lines(target: Path) -> list[Fields]:
    return [line for split in dataset.SPLITS for line in lines(target, split)]


def made(model: Path, source: Path, target: Path, **changes: Any) -> Manifest:
    return dataset.run(DatasetConfig.model_validate({"model": str(model), **changes}), source, target)


# What is read


def write_csv(path: Path, rows: list[Fields]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows({name: v if isinstance(v, str) else json.dumps(v) for name, v in row.items()} for row in rows)


WRITERS = {
    "rows.jsonl": write_lines,
    "rows.json": lambda path, rows: path.write_text(json.dumps(rows)),
    "rows.csv": write_csv,
    "rows.parquet": lambda path, rows: pq.write_table(pa.Table.from_pylist(rows), path),
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_gives_the_same_pairs(name: str, tmp_path: Path) -> None:
    wanted = [{"selector": "p"}, {"selector": "h1", "text": "“Café”", "max": 2}]
    big = {"prompt": "ein Café, “groß”", "page": page(0) + '<p>é,\n"x"</p>' * 20_000}
    rows = [row | {"kind": "shop", "requirements": wanted} for row in [*pairs(3), big]]
    WRITERS[name](tmp_path / name, rows)
    source = open_source(str(tmp_path / name))
    found = list(source.rows())
    columns = find_columns(found)
    read = [read_pair(row, columns, []) for row in found]
    assert [(pair.prompt, pair.page, pair.kind) for pair in read] == [(r["prompt"], r["page"], "shop") for r in rows]
    assert [pair.id for pair in read] == [f"{name}:{number}" for number in (1, 2, 3, 4)]
    assert {pair.requirements for pair in read} == {tuple(checks.Requirement(**one) for one in wanted)}
    assert source.digest == open_source(str(tmp_path / name)).digest


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("rows.json", b'{"a": 1}', "holds no list of rows"),
        ("rows.json", b"[{]", "is not JSON"),
        ("rows.csv", b'html,label\n"<p>never closed', "is not CSV"),
        ("rows.parquet", b"PAR1 but no more", "is not Parquet"),
        ("rows.jsonl", b"\xff\xfe{}", "is not UTF-8"),
        ("rows.xlsx", b"", "of no kind that can be read"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError, match=said) as raised:
        list(open_source(str(tmp_path / name)).rows())
    assert raised.value.hint


def test_a_folder_of_pages_is_labelled_by_a_file_a_folder_or_a_name(tmp_path: Path) -> None:
    (tmp_path / "login page").mkdir()
    for name in ("login page/1.html", "login page/2.html", "Pricing-table.HTML", ".hidden.html"):
        (tmp_path / name).write_text(page(len(name)))
    (tmp_path / "latin.html").write_bytes("<p>café</p>".encode("latin-1"))
    rows = {row.place: row for row in open_source(str(tmp_path)).rows()}
    assert {place: row.fields.get("label") for place, row in rows.items()} == {
        "login page/1.html": "login page",
        "login page/2.html": "login page",
        "Pricing-table.HTML": "Pricing table",
        "latin.html": None,
    }
    assert rows["latin.html"].fault == "it is not UTF-8 text"
    digest = open_source(str(tmp_path)).digest

    (tmp_path / "metadata.csv").write_text("file_name,label\nlogin page/1.html,a login form\ngone.html,lost\n")
    source = open_source(str(tmp_path))
    rows = {row.place: row for row in source.rows()}
    assert rows["login page/1.html"].fields == {"label": "a login form", "html": page(len("login page/1.html"))}
    assert "label" not in rows["Pricing-table.HTML"].fields
    assert "not there" in rows["gone.html"].fault
    assert (source.labelled_by, source.digest == digest) == ("metadata.csv", False)


def test_a_folder_is_read_by_one_kind_of_file_and_says_which_it_passes_over(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    write_lines(tmp_path / "data" / "test.jsonl", pairs(2))
    write_lines(tmp_path / "data" / "train.jsonl", pairs(3))
    (tmp_path / "dataset_infos.json").write_text("{}")
    (tmp_path / "page.htm").write_text(page(1))
    source = open_source(str(tmp_path))
    assert [row.place for row in source.rows()][1:3] == ["data/test.jsonl:2", "data/train.jsonl:1"]
    assert source.passed_over == ("dataset_infos.json", "page.htm")
    with pytest.raises(DataError, match="holds no data"):
        shutil.rmtree(tmp_path / "data")
        (tmp_path / "dataset_infos.json").rename(tmp_path / "notes.txt")
        open_source(str(tmp_path))


class Hub(BaseHTTPRequestHandler):
    """Answers for one dataset as the hub does."""

    files: dict[str, bytes]
    commit = "1" * 40

    def do_GET(self) -> None:
        name = self.path.partition("/resolve/")[2].partition("/")[2]
        if self.path.startswith("/api/datasets/me/pages/tree/"):
            tree = [
                {"type": "file", "path": path, "size": len(data), "oid": "0" * 40} for path, data in self.files.items()
            ]
            return self._send(200, json.dumps(tree).encode())
        if self.path.startswith("/api/datasets/me/pages"):
            about = {"id": "me/pages", "sha": self.commit, "siblings": [{"rfilename": path} for path in self.files]}
            return self._send(200, json.dumps(about).encode())
        return self._send(200, self.files[name]) if name in self.files else self._send(404, b"{}")

    do_HEAD = do_GET

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        if status == 404:
            self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("ETag", f'"{hash(content)}"')
        self.send_header("X-Repo-Commit", self.commit)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[type[Hub]]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", url)
    monkeypatch.setattr(
        "huggingface_hub.constants.HUGGINGFACE_CO_URL_TEMPLATE", url + "/{repo_id}/resolve/{revision}/{filename}"
    )
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "none"))
    yield Hub
    server.shutdown()
    server.server_close()


def test_a_dataset_on_the_hub_is_fetched(hub: type[Hub], tmp_path: Path) -> None:
    rows = [{"html": page(seed), "label": "shop"} for seed in range(3)]
    write_lines(tmp_path / "rows.jsonl", rows)
    hub.files = {"README.md": b"# Pages\n", "data/train.jsonl": (tmp_path / "rows.jsonl").read_bytes()}
    source = open_source("me/pages")
    assert [row.fields for row in source.rows()] == rows
    assert [path.name for path in source.root.rglob("*") if path.is_file()] == ["train.jsonl"], "only data is fetched"
    with pytest.raises(DataError, match=r"me/typo is no file or folder here, and the hub has no public dataset"):
        open_source("me/typo")
    with pytest.raises(DataError, match="there is no file or folder"):
        open_source("./me/typo/train.jsonl")


# Columns and prompts


def test_columns_are_found_or_named(tmp_path: Path) -> None:
    row = {"ID": "7", "HTML": page(1), "Label": "login page", "wish": "make me a page", "notes": "a note"}
    found = list(open_source(str(write_lines(tmp_path / "rows.jsonl", [row]))).rows())

    def read(**named: str) -> tuple[str, str, list[str]]:
        columns = find_columns(found, **named)
        pair = read_pair(found[0], columns, [])
        return pair.prompt, pair.kind, columns.unused

    asked = "Write an HTML code to create a login page"
    assert read() == (asked, "login page", ["ID", "wish", "notes"])
    assert read(prompt="wish") == ("make me a page", "", ["ID", "Label", "notes"])
    assert read(label="notes", page="HTML")[2] == ["ID", "Label", "wish"]
    with pytest.raises(DataError, match="no column 'Wish'") as raised:
        read(prompt="Wish")
    assert "ID, HTML, Label, wish, notes" in raised.value.hint
    for name, flag in (("HTML", "--page-column"), ("Label", "--label-column")):
        rest = {column: value for column, value in row.items() if column != name}
        with pytest.raises(DataError, match=flag):
            find_columns([found[0]._replace(fields=rest)])


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("login page", "a login page"),
        ("  About_us   page ", "an About us page"),
        ("The Beatles' fan page", "The Beatles' fan page"),
        ("an events calendar", "an events calendar"),
    ],
)
def test_a_label_becomes_a_prompt(label: str, asked: str) -> None:
    assert labelled(label) == f"Write an HTML code to create {asked}"


# What cannot be used


def test_every_row_is_used_or_counted_with_its_cause(model: Path, tmp_path: Path) -> None:
    good = pairs(30)
    bad: dict[str, list[Fields | str]] = {
        "unreadable": ['{"prompt": "torn", "pa', "[1, 2]"],
        "no page": [{"prompt": "a", "page": " \n"}, {"prompt": "a"}, {"prompt": "a", "page": 7}],
        "no prompt": [{"page": page(900), "prompt": None}, {"page": page(901), "prompt": "  "}],
        "a prompt that no model would be asked": [{"page": page(902), "prompt": "x" * 9_000}],
        "not HTML": [
            {"prompt": "a", "page": "Sorry, I cannot do that."},
            {"prompt": "a", "page": "List<String> names;"},
            {"prompt": "a", "page": "<String> names"},
            {"prompt": "a", "page": f"Here it is:\n{page(903)}"},
        ],
        "not text": [{"prompt": "a", "page": "<p>\ud800</p>"}, {"prompt": "a", "page": "<p>\0</p>"}],
        "spells a special token of the model": [{"prompt": "a", "page": "<p><|end|></p>"}],
        "requirements that cannot be read": [good[0] | {"prompt": "new", "requirements": [{"tag": "p"}]}],
        "duplicate": [good[3], good[4] | {"page": page(4).replace("\n", " \n\n")}],
        "longer than the context": [{"prompt": "a", "page": page(904, 2_000)}],
    }
    for name, value in (("requirements", "["), ("requirements", 3)):
        bad["requirements that cannot be read"].append(good[0] | {"prompt": "new", name: value})
    kept = [
        good[5] | {"prompt": "the same page, asked for otherwise"},
        {"prompt": "b <|end|>", "page": "\ufeff\n<table>"},
    ]
    rows = [*good, *kept, *(row for rows in bad.values() for row in rows)]
    source = tmp_path / "rows.jsonl"
    source.write_text("\n\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows))
    figures = made(model, source, tmp_path / "out").figures
    refused = figures["refused"]
    assert {cause: count["rows"] for cause, count in refused.items()} == {
        cause: len(rows) for cause, rows in bad.items()
    }
    assert figures["read"] == len(rows)
    used = {(line["prompt"], line["page"]) for line in all_lines(tmp_path / "out")}
    assert used == {(row["prompt"], row["page"].lstrip("\ufeff\n")) for row in [*good, *kept]}
    assert refused["not HTML"]["place"] == f"rows.jsonl:{rows.index(bad['not HTML'][0]) + 1}"
    assert refused["not HTML"]["detail"] == "Sorry, I cannot do that."


def test_lengths_are_in_the_tokens_that_training_sees(model: Path, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "rows.jsonl", pairs(20))
    made(model, source, tmp_path / "out")
    tokenizer = tokens_of.load(model)
    counts = {
        line["id"]: len(tokens_of.encode(tokenizer, line["prompt"], line["page"]))
        for line in all_lines(tmp_path / "out")
    }
    assert {line["id"]: line["tokens"] for line in all_lines(tmp_path / "out")} == counts
    context = sorted(counts.values())[10]
    made(model, source, tmp_path / "out", context=context)
    assert {line["id"] for line in all_lines(tmp_path / "out")} == {
        key for key, count in counts.items() if count <= context
    }
    with pytest.raises(InvalidRequest, match="1024 tokens, not 1025"):
        made(model, source, tmp_path / "out", context=1025)
    with pytest.raises(ModelError) as raised:
        made(tmp_path / "nowhere", source, tmp_path / "out")
    assert "--model" in raised.value.hint


def test_a_model_is_measured_by_its_own_template_or_by_ours(model: Path, tmp_path: Path) -> None:
    theirs = "{% for m in messages %}### {{ m.role }}: {{ m.content }}\n{% endfor %}"
    expected = {theirs: "### user: a < |end|> b\n### assistant: <p>\n", "": "<|prompt|>a < |end|> b<|page|><p><|end|>"}
    for template, framed in expected.items():
        other = Path(shutil.copytree(model, tmp_path / ("own" if template else "none")))
        (other / "chat_template.jinja").write_text(template) if template else (other / "chat_template.jinja").unlink()
        measure = dataset.Measure(DatasetConfig(model=str(other)))
        assert measure([("a <|end|> b", "<p>")]) == [len(tokens_of.load(model).encode(framed).ids)]
        assert measure.settings["chat_template"] == ("the model's own" if template else "htmlbuilder's")


# Pages over the context


def long_page(seed: int) -> str:
    """Three sections that fit by themselves, and one that does not even so."""
    parts = [f'<section id="s{n}">\n<h2>Part {n}</h2>\n<p>{text(100 * seed + n, 60)}</p>\n</section>' for n in range(3)]
    inner = "".join(f"<div><h3>Bit {n}</h3>{text(100 * seed + 50 + n, 90)}</div>" for n in range(3))
    style = f"<style>{''.join(f'.c{n} {{ color: red; }} ' for n in range(80))}</style>"
    body = "\n".join([*parts, f"<main>{inner}</main>", "<div> </div>"])
    head = f'<!DOCTYPE html>\n<html lang="de"><head><title>Long {seed}</title>{style}</head>'
    return f"{head}<body>\n{body}\n</body></html>\n"


def spaced_page(seed: int) -> str:
    return page(seed).replace("<p>", "<!-- " + text(seed, 300) + " -->" + "\n      " * 200 + "<p>")


@pytest.fixture(scope="module")
def long_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    long = [{"prompt": f"long page {seed}", "page": long_page(seed)} for seed in range(4)]
    spaced = [{"prompt": f"airy page {seed}", "page": spaced_page(1_000 + seed)} for seed in range(3)]
    return write_lines(tmp_path_factory.mktemp("long") / "rows.jsonl", [*pairs(40), *long, *spaced])


def test_the_costs_of_every_way_are_those_of_choosing_it(model: Path, long_source: Path, tmp_path: Path) -> None:
    told = []
    for way in dataset.WAYS:
        figures = made(model, long_source, tmp_path / way, long=way).figures
        long = figures["long"]
        told.append({name: (kept["pages"], kept["rows"], kept["tokens"]) for name, kept in long["ways"].items()})
        number = {line["id"]: int(line["id"].partition(":")[2].partition("#")[0]) for line in all_lines(tmp_path / way)}
        made_of = [line for line in all_lines(tmp_path / way) if number[line["id"]] > 40]
        sources, tokens = {number[line["id"]] for line in made_of}, sum(line["tokens"] for line in made_of)
        assert told[-1][way] == (len(sources), len(made_of), tokens)
        assert long["pages"] == 7 == len(sources) + sum(one["rows"] for one in figures["refused"].values())
    assert told[0] == told[1] == told[2]
    assert told[0]["leave-out"] == (0, 0, 0)
    assert told[0]["minify"][:2] == (3, 3)
    assert told[0]["split"][0] == 4


def test_a_minified_page_is_the_same_page(model: Path, long_source: Path, tmp_path: Path) -> None:
    made(model, long_source, tmp_path / "out", long="minify")
    airy = [line for line in all_lines(tmp_path / "out") if line["prompt"].startswith("airy")]
    for line in airy:
        seed = int(line["prompt"].split()[-1]) + 1_000
        shown = checks.Document(line["page"]).soup
        assert line["page"].lower().startswith("<!doctype html>")
        assert (shown.title.get_text(), shown.p.get_text()) == (f"P{seed}", text(seed, 40))
        assert line["tokens"] <= CONTEXT


def test_sections_are_documents_of_their_own_on_one_side(model: Path, tmp_path: Path) -> None:
    wanted = [{"selector": "h2", "text": "Part 1"}, {"selector": "section", "min": 3}]
    rows = [{"prompt": f"long page {seed}", "page": long_page(seed), "requirements": wanted} for seed in range(8)]
    made(model, write_lines(tmp_path / "rows.jsonl", rows), tmp_path / "out", long="split", validation=0.3, test=0.3)
    pieces = defaultdict(list)
    for split in dataset.SPLITS:
        for line in lines(tmp_path / "out", split):
            pieces[line["id"].partition("#")[0]].append((split, line))
    assert len(pieces) == 8
    for cut in pieces.values():
        assert len({split for split, _ in cut}) == 1
        asked = [line["prompt"].partition(": only its ")[2] for _, line in cut]
        assert asked == [*(f"section “Part {n}”" for n in range(3)), *(f"section “Bit {n}”" for n in range(3))]
        for _, line in cut:
            assert line["page"].startswith('<!DOCTYPE html>\n<html lang="de">\n<head>')
            assert not {problem.rule for problem in checks.problems(line["page"])} & {"parse", "blank", "title", "lang"}
        met = [line.get("requirements", []) for _, line in cut]
        assert met == [[], [{"selector": "h2", "text": "Part 1"}], [], [], [], []], (
            "what a section cannot meet is not asked"
        )


# The split


def variant(seed: int, changed: int) -> str:
    words = text(seed, 200).split()
    for place in random.Random(-seed).sample(range(200), changed):
        words[place] = "other"
    return f"<!DOCTYPE html>\n<title>x</title>\n<p>{' '.join(words)}</p>"


def test_near_duplicates_are_found_and_others_are_not() -> None:
    near = [variant(seed, changed) for seed in range(100) for changed in (0, 1, 2)]
    far = [variant(seed, 60) for seed in range(100)]
    groups = neardup.groups(np.array([neardup.signature(page) for page in near + far]), range(400))
    assert [len(set(groups[3 * seed : 3 * seed + 3])) for seed in range(100)] == [1] * 100
    assert len(set(groups)) == 200
    signature = neardup.signature(near[0])
    for changed in (1, 5, 20):
        runs = [
            {tuple(words[i : i + 5]) for i in range(len(words) - 4)}
            for words in map(split_words, (near[0], variant(0, changed)))
        ]
        jaccard = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
        assert (signature == neardup.signature(variant(0, changed))).mean() == pytest.approx(jaccard, abs=0.12)


def split_words(html: str) -> list[str]:
    return neardup.WORD.findall(html.lower())


def test_no_page_stands_on_two_sides(model: Path, tmp_path: Path) -> None:
    rows = [{"prompt": f"wish {seed}, said {n}", "page": variant(seed, n)} for n in range(3) for seed in range(60)]
    source = write_lines(tmp_path / "rows.jsonl", rows)
    figures = made(model, source, tmp_path / "out", validation=0.1, test=0.2).figures
    sides = defaultdict(set)
    for split in dataset.SPLITS:
        for line in lines(tmp_path / "out", split):
            sides[line["prompt"].partition(",")[0]].add(split)
    assert [len(found) for found in sides.values()] == [1] * 60
    assert {split: length["rows"] for split, length in figures["lengths"].items()} == {
        "train": 126,
        "validation": 18,
        "test": 36,
    }
    assert figures["near_duplicates"] == {"groups": 60, "pages": 180, "largest": 3}
    again = made(model, source, tmp_path / "again", validation=0.1, test=0.2)
    assert again.digest == manifest.verify(tmp_path / "out"), "the same command writes the same bytes"
    made(model, source, tmp_path / "other", validation=0.1, test=0.2, seed=1)
    assert {line["id"] for line in lines(tmp_path / "other", "test")} != {
        line["id"] for line in lines(tmp_path / "out", "test")
    }


def test_one_template_does_not_make_up_the_test() -> None:
    groups = [0] * 30 + list(range(30, 400))
    for seed in range(50):
        config = DatasetConfig(test=0.1, validation=0.1, seed=seed)
        sides = dataset.assign(config, groups, [b"%d" % row for row in range(400)])
        assert [sides.count(split) for split in dataset.SPLITS] == [320, 40, 40]
        assert set(sides[:30]) == {"train"}


# The whole


def test_what_corpus_writes_is_a_dataset_that_evaluate_reads(model: Path, tmp_path: Path) -> None:
    assert cli.main(["corpus", "write", "--count", "60", "--out", str(tmp_path / "corpus.jsonl")]) == 0
    config = json.loads((model / "config.json").read_text()) | {"max_position_embeddings": 16_384}
    wide = Path(shutil.copytree(model, tmp_path / "wide"))
    (wide / "config.json").write_text(json.dumps(config))
    found = made(wide, tmp_path / "corpus.jsonl", tmp_path / "out", test=0.2)
    assert found.figures["refused"] == {}
    written = read_tasks(tmp_path / "corpus.jsonl").values()
    tasks = {
        task.prompt: task
        for split in dataset.SPLITS
        for task in read_tasks(tmp_path / "out" / f"{split}.jsonl").values()
    }
    assert [(task.kind, task.requirements) for task in written] == [
        (tasks[task.prompt].kind, tasks[task.prompt].requirements) for task in written
    ]
    assert all(task.kind for task in written)
    assert any(task.requirements for task in written)
    assert found.parents == {"source": open_source(str(tmp_path / "corpus.jsonl")).digest}
    pictures = {"kinds.png", "lengths.png", "tags.png"}
    assert set(found.files) == {"train.jsonl", "validation.jsonl", "test.jsonl", "report.html"} | pictures


def test_the_command_and_its_report(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"html": page(seed), "label": "login page"} for seed in range(40)] + [{"html": "<b>no</b>", "label": 3}]
    source = write_lines(tmp_path / "rows.jsonl", [*rows, {"html": "<script>alert(1)</script> &", "label": "<b>&"}])
    target = tmp_path / "out"
    command = ["dataset", str(source), str(target), "--model", str(model), "--test", "0.1"]
    assert cli.main(command) == 0
    out = capsys.readouterr().out
    for said in (
        "42 rows read from rows.jsonl",
        "page = html, label = label",
        "no prompt",
        "rows.jsonl:41",
        f"{sum(line['kind'] == 'login page' for line in lines(target, 'test'))} test prompts also",
    ):
        assert said in out
    report = (target / "report.html").read_text()
    assert report.count('src="data:image/png;base64,') == 3
    assert "http" not in report.replace("http-equiv", "")
    assert not [problem for problem in checks.problems(report) if problem.rule != "doctype"]
    for name in ("lengths", "kinds", "tags"):
        assert (target / f"{name}.png").read_bytes().startswith(b"\x89PNG")
    assert manifest.read(target).settings["context"] == CONTEXT

    assert cli.main([*command, "--test", "0.96"]) == 65
    assert "must leave something to train on" in capsys.readouterr().err


def test_nothing_is_lost_that_was_there_before(model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    source = write_lines(folder / "rows.jsonl", pairs(20))
    for taken in (folder, source):
        with pytest.raises(DataError, match="holds something else"):
            made(model, source, taken)
    with pytest.raises(DataError, match="lie within each other"):
        made(model, folder, folder / "out")
    before = made(model, source, tmp_path / "out").digest
    with pytest.raises(DataError, match="too few to split") as raised:
        made(model, write_lines(tmp_path / "few.jsonl", [*pairs(2), {"prompt": "", "page": "<p>"}]), tmp_path / "out")
    assert "no prompt" in raised.value.hint
    monkeypatch.setattr(
        dataset, "write_report", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(OSError, match="No space"):
        made(model, source, tmp_path / "out", seed=1)
    assert manifest.verify(tmp_path / "out") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["few.jsonl", "mine", "out"]
