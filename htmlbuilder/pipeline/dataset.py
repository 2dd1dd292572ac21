"""Makes a training set of a person's own pages: every row checked, measured in the model's own tokens, and split.

SOURCE is a file (JSONL, JSON, CSV, Parquet), a folder of such files or of .html pages, or the id of a dataset on the
hub. TARGET will hold train.jsonl, validation.jsonl and test.jsonl, whose lines have the shape that `corpus write` gives
and `evaluate --prompts` reads, a report with pictures, and a manifest. It appears whole or not at all. Nothing is
resumed: the same command starts over, which takes about a minute for 25,000 pages, and writes the same bytes again.
"""

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from htmlbuilder import checks, flags
from htmlbuilder.errors import DataError, InvalidRequest, ModelError
from htmlbuilder.manifest import Manifest, versions_of
from htmlbuilder.pipeline import artifact, fitting, neardup
from htmlbuilder.pipeline.dataset_report import Report, write_report
from htmlbuilder.pipeline.pairs import Pair, Unusable, find_columns, read_pair, tags
from htmlbuilder.pipeline.sources import Row, Source, open_source
from htmlbuilder.prompt import CHAT_TEMPLATE, clean, disarm
from htmlbuilder.settings import EMBEDDED_MODEL

Way = Literal["leave-out", "minify", "split"]
WAYS: tuple[Way, ...] = ("leave-out", "minify", "split")
STILL = {"leave-out": "", "minify": ", even minified", "split": ", and so is each section"}
SPLITS = ("train", "validation", "test")
BATCH = 256  # rows that are tokenized together
PEEK = 100  # rows whose fields count as the source's columns
LONG_SAMPLE = 100  # pages on which the ways that were not chosen are tried


class DatasetConfig(BaseModel):
    """How a training set is made. A column that is not named is found by its name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field(
        "", description="the model to be tuned, a directory or hub id: its tokens are counted; empty: the embedded one"
    )
    context: int = Field(0, ge=0, description="the longest prompt and page together, in tokens; 0: the model's context")
    long: Way = Field(
        "leave-out", description="a page over the context is left out, minified, or split into its sections"
    )
    page_column: str = Field("", description="the column with the HTML")
    prompt_column: str = Field("", description="the column with the prompt, taken as it is")
    label_column: str = Field("", description="the column with a label, such as “login page”, to be made a prompt")
    validation: float = Field(0.05, gt=0, lt=1, description="the share of the pages to validate on")
    test: float = Field(0.05, gt=0, lt=1, description="the share of the pages to test on")
    seed: int = Field(0, ge=0, description="draws which pages go where")

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.validation + self.test >= 1:
            raise ValueError("validation and test together must leave something to train on")
        if self.prompt_column and self.label_column:
            raise ValueError("a prompt is taken as it is, a label is made one: name only one of the two columns")
        return self


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="a file, a folder, or the id of a dataset on the hub")
    parser.add_argument("target", metavar="TARGET", type=Path, help="the directory to write")
    flags.add_fields(parser, DatasetConfig)


def main(args: argparse.Namespace) -> int:
    run(flags.checked(DatasetConfig, args), args.source, args.target)
    print(f"\nthe dataset is in {args.target}; look at {args.target / 'report.html'}")
    return 0


def run(config: DatasetConfig, source: str | Path, target: Path) -> Manifest:
    """Writes the dataset of `source` at `target`, and says on the way what becomes of the rows.

    Raises `DataError` for a source that cannot be read or has too little to split, `ModelError` for a tokenizer.
    """
    opened = open_source(str(source))
    _check_target(target, opened)
    measure = Measure(config)
    sieve = Sieve(config, opened, measure)
    with artifact.writing(target) as draft:
        spool = draft.directory / ".pairs.jsonl"
        marks, report = _spool(sieve, spool)
        _deal(config, spool, draft.directory, marks, report)
        spool.unlink()
        write_report(draft.directory, report)
        print(report.text())
        return draft.seal(
            Manifest(
                stage="dataset",
                parents={"source": opened.digest},
                settings=settings_of(config, measure, source),
                versions=versions_of("transformers", "tokenizers", "numpy", "beautifulsoup4", "minify-html"),
                figures=report.figures(),
            )
        )


def settings_of(config: DatasetConfig, measure: "Measure", source: str | Path) -> dict[str, JsonValue]:
    """What the manifest of a dataset says was asked for."""
    return config.model_dump() | measure.settings | {"source": str(source)}


def _check_target(target: Path, source: Source) -> None:
    """Raises `DataError` where the target would take the place of anything but a former dataset."""
    artifact.check_target(target)
    if source.files[0].is_relative_to(target.absolute()) or (
        source.is_folder and target.absolute().is_relative_to(source.root)
    ):
        raise DataError(f"{target} and {source.root} lie within each other", "name a directory beside the source")


class Measure:
    """Counts the tokens of a pair as it will be trained on: framed by the model's chat template, or else by ours."""

    def __init__(self, config: DatasetConfig) -> None:
        from transformers import AutoConfig, AutoTokenizer

        name = config.model or str(EMBEDDED_MODEL)
        hint = "give the directory or hub id of the model you will tune: --model"
        try:
            self._tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=False)
            described = AutoConfig.from_pretrained(name, trust_remote_code=False).get_text_config()
        except (OSError, ValueError, KeyError, ImportError) as error:
            raise ModelError(f"the tokenizer of {name} cannot be read: {str(error).splitlines()[0]}", hint) from None
        longest = getattr(described, "max_position_embeddings", None) or self._tokenizer.model_max_length
        if config.context > longest:
            raise InvalidRequest(f"the context of {name} is {longest} tokens, not {config.context}", "ask for less")
        self.context: int = config.context or longest
        self.special = [token.content for token in self._tokenizer.added_tokens_decoder.values() if token.special]
        self._template = self._tokenizer.chat_template or CHAT_TEMPLATE
        vocabulary = json.dumps(sorted(self._tokenizer.get_vocab().items()))
        self.settings: dict[str, JsonValue] = {
            "model": name,
            "context": self.context,
            "chat_template": "the model's own" if self._tokenizer.chat_template else "htmlbuilder's",
            "vocabulary": "sha256:" + hashlib.sha256(vocabulary.encode()).hexdigest(),
        }

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> list[int]:
        texts = [self._framed(prompt, page) for prompt, page in pairs]
        encoded = self._tokenizer(texts, add_special_tokens=False, verbose=False) if texts else {"input_ids": []}
        return [len(ids) for ids in encoded["input_ids"]]

    def _framed(self, prompt: str, page: str) -> str:
        asked = clean(prompt) if self._template == CHAT_TEMPLATE else disarm(prompt.strip(), self.special)
        messages = [{"role": "user", "content": asked}, {"role": "assistant", "content": page}]
        return str(self._tokenizer.apply_chat_template(messages, chat_template=self._template, tokenize=False))


class Sieve:
    """Lets usable pairs through, those over the context in the way that was chosen, and counts all others by cause."""

    def __init__(self, config: DatasetConfig, source: Source, measure: Measure) -> None:
        self.config, self.measure = config, measure
        rows = source.rows()
        first = list(islice(rows, PEEK))
        self.columns = find_columns(first, config.page_column, config.prompt_column, config.label_column)
        self._rows = chain(first, rows)
        self._seen: set[bytes] = set()
        self._draw = random.Random(config.seed)
        self._long: list[Pair] = []  # a sample of the long ones
        self.report = Report(
            context=measure.context,
            read_from=[source.name(path) for path in source.files],
            passed_over=list(source.passed_over),
            columns=self.columns._asdict() | {"labelled_by": source.labelled_by},
            chosen=config.long,
        )

    def pairs(self) -> Iterator[list[Pair]]:
        """Each row's pairs, measured: one, or its sections, which belong together. Shows progress on stderr."""
        from tqdm import tqdm

        rows = iter(tqdm(self._rows, unit=" rows", disable=None))
        while batch := list(islice(rows, BATCH)):
            usable = [pair for row in batch if (pair := self._usable(row))]
            counts = self.measure([(pair.prompt, pair.page) for pair in usable])
            for pair, tokens in zip(usable, counts, strict=True):
                pair.tokens = tokens
                if tokens <= self.measure.context:
                    yield [pair]
                else:
                    yield self._shortened(pair)
        self._weigh()

    def _usable(self, row: Row) -> Pair | None:
        self.report.read += 1
        try:
            pair = read_pair(row, self.columns, self.measure.special)
            key = hashlib.blake2b(f"{pair.prompt}\0{' '.join(pair.page.split())}".encode(), digest_size=16).digest()
            if key in self._seen:
                raise Unusable("duplicate", pair.prompt)
            self._seen.add(key)
        except Unusable as unusable:
            self.report.refuse(unusable.cause, row.place, unusable.detail)
            return None
        return pair

    def _shortened(self, pair: Pair) -> list[Pair]:
        """What is made of a pair over the context. It may also be kept to try the other ways on."""
        long = self.report.long
        long.pages += 1
        long.tokens += pair.tokens
        if len(self._long) < LONG_SAMPLE:
            self._long.append(pair)
        elif (place := self._draw.randrange(long.pages)) < LONG_SAMPLE:
            self._long[place] = pair
        kept = shorten(pair, self.config.long, self.measure)
        long.ways[self.config.long].add(kept)
        if not kept:
            cause = "longer than the context" + STILL[self.config.long]
            self.report.refuse(cause, pair.id, f"{pair.tokens:,} tokens: {pair.prompt}")
        return kept

    def _weigh(self) -> None:
        """Finds what each way that was not chosen would have kept, from the sample."""
        for way in WAYS:
            if way != self.config.long:
                for pair in self._long:
                    self.report.long.ways[way].add(shorten(pair, way, self.measure))
                self.report.long.ways[way].sampled = len(self._long)


def shorten(pair: Pair, way: Way, measure: Measure) -> list[Pair]:
    """The pairs that a pair over the context becomes; none where it does not fit that way either."""

    def asked(section: fitting.Section) -> str:
        return f"{pair.prompt}: {section.asked}"

    if way == "leave-out":
        return []
    if way == "minify":
        page = fitting.minified(pair.page)
        tokens = measure([(pair.prompt, page)])[0]
        return [pair.model_copy(update={"page": page, "tokens": tokens})] if tokens <= measure.context else []
    cut = fitting.sections(pair.page, lambda one: measure([(asked(one), one.page)])[0] <= measure.context)
    counts = measure([(asked(one), one.page) for one in cut])
    pieces = []
    for number, (section, tokens) in enumerate(zip(cut, counts, strict=True), 1):
        unmet = set(checks.unmet(section.page, pair.requirements))
        kept = tuple(requirement for requirement in pair.requirements if requirement not in unmet)
        changes = {"id": f"{pair.id}#{number}", "prompt": asked(section), "page": section.page}
        pieces.append(pair.model_copy(update={**changes, "requirements": kept, "tokens": tokens}))
    return pieces


class Marks(NamedTuple):
    """What the split needs to know of each spooled pair, in order. `rows` numbers the source's rows they come from."""

    signatures: list[neardup.Signature]
    rows: list[int]
    tokens: list[int]
    prompts: list[bytes]
    kinds: list[str]


def _spool(sieve: Sieve, spool: Path) -> tuple[Marks, Report]:
    """Writes all pairs to one file, since only when all are known can they be split."""
    marks, report = Marks([], [], [], [], []), sieve.report
    with spool.open("w", encoding="utf-8") as file:
        for row, pairs in enumerate(sieve.pairs()):
            for pair in pairs:
                file.write(pair.model_dump_json(exclude_defaults=True) + "\n")
                marks.signatures.append(neardup.signature(pair.page))
                marks.rows.append(row)
                marks.tokens.append(pair.tokens)
                marks.prompts.append(hashlib.blake2b(checks.fold(pair.prompt).encode(), digest_size=8).digest())
                marks.kinds.append(pair.kind)
                report.tags.update(tags(pair.page))
    return marks, report


def _deal(config: DatasetConfig, spool: Path, directory: Path, marks: Marks, report: Report) -> None:
    """Deals the spooled pairs out to the three files, whole groups of near-duplicates at a time."""
    import numpy as np

    stacked = np.array(marks.signatures, dtype=np.uint32).reshape(-1, neardup.HASHES)
    groups = neardup.groups(stacked, marks.rows) if marks.rows else []
    sides = assign(config, groups, [signature.tobytes() for signature in marks.signatures])
    for split in SPLITS:
        if split not in sides:
            raise DataError(
                f"{report.read} rows make {len(set(groups))} different pages, too few to split three ways",
                report.text() if report.refused else "give more pages",
            )
    with ExitStack() as stack:
        lines = stack.enter_context(spool.open("rb"))
        files = {split: stack.enter_context((directory / f"{split}.jsonl").open("wb")) for split in SPLITS}
        for line, side in zip(lines, sides, strict=True):
            files[side].write(line)
    for split in SPLITS:
        report.lengths[split] = [tokens for tokens, side in zip(marks.tokens, sides, strict=True) if side == split]
    sizes = Counter(groups)
    report.near_duplicates = {
        "groups": sum(size > 1 for size in sizes.values()),
        "pages": sum(size for size in sizes.values() if size > 1),
        "largest": max(sizes.values()),
    }
    report.kinds = Counter(marks.kinds)
    tested = {kind for kind, side in zip(marks.kinds, sides, strict=True) if side == "test"}
    report.untested_kinds = sorted(set(marks.kinds) - tested)
    trained = {prompt for prompt, side in zip(marks.prompts, sides, strict=True) if side == "train"}
    report.test_prompts_in_train = sum(
        side == "test" and prompt in trained for prompt, side in zip(marks.prompts, sides, strict=True)
    )


def assign(config: DatasetConfig, groups: Sequence[int], names: Sequence[bytes]) -> list[str]:
    """The side of each pair. Groups come in an order drawn by the seed, and go whole to a side that still has room.

    Those that would fill more than a tenth of a side come last, so that no one template makes up what is tested.
    """
    sizes = Counter(groups)
    room = {split: max(1, round(getattr(config, split) * len(groups))) for split in ("test", "validation")}
    small = min(room.values()) // 10

    def drawn(group: int) -> tuple[bool, bytes]:
        return sizes[group] > max(1, small), hashlib.blake2b(b"%d:" % config.seed + names[group]).digest()

    chosen: dict[int, str] = {}
    for group in sorted(sizes, key=drawn):
        side = next((split for split, left in room.items() if sizes[group] <= left), "train")
        chosen[group] = side
        if side != "train":
            room[side] -= sizes[group]
    return [chosen[group] for group in groups]
