"""What became of the rows of a dataset: counted while it is made, told as text, figures and a page with plots."""

import base64
import html
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

PAGE = "report.html"
LARGEST = 25  # kinds, and tags, that are plotted
DETAIL = 100  # characters of an example
SAID = {"leave-out": "leave out", "minify": "minify", "split": "split into sections"}
STYLE = """body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid #d3dae2; text-align: left; vertical-align: top; }
td:nth-child(n+2) { font-variant-numeric: tabular-nums; }
img { max-width: 100%; }
"""


@dataclass
class Kept:
    """What one way leaves of the pages over the context. With `sampled`, it was tried on so many of them only."""

    pages: int = 0
    rows: int = 0
    tokens: int = 0
    sampled: int = 0

    def add(self, pairs: Sequence[Any]) -> None:
        self.pages += bool(pairs)
        self.rows += len(pairs)
        self.tokens += sum(pair.tokens for pair in pairs)


@dataclass
class Long:
    """The pages over the context, and what each way of dealing with them keeps."""

    pages: int = 0
    tokens: int = 0
    ways: dict[str, Kept] = field(default_factory=lambda: {way: Kept() for way in SAID})

    def kept(self, way: str) -> Kept:
        """What the way keeps of all of them: as counted, or as estimated from the sample."""
        found = self.ways[way]
        if found.sampled in (0, self.pages):
            return found
        scale = self.pages / found.sampled
        return Kept(round(scale * found.pages), round(scale * found.rows), round(scale * found.tokens), found.sampled)


@dataclass
class Refused:
    """How many rows one cause made unusable, with the first of them."""

    rows: int
    place: str
    detail: str


@dataclass
class Report:
    context: int
    read_from: list[str]
    passed_over: list[str]
    columns: dict[str, Any]
    chosen: str
    read: int = 0
    refused: dict[str, Refused] = field(default_factory=dict)
    long: Long = field(default_factory=Long)
    kinds: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    lengths: dict[str, list[int]] = field(default_factory=dict)
    near_duplicates: dict[str, int] = field(default_factory=dict)
    untested_kinds: list[str] = field(default_factory=list)
    test_prompts_in_train: int = 0

    def refuse(self, cause: str, place: str, detail: str) -> None:
        shown = " ".join(detail[:400].split())[:DETAIL]
        self.refused.setdefault(cause, Refused(0, place, shown)).rows += 1

    def figures(self) -> dict[str, Any]:
        """What the manifest keeps of it."""
        figures = asdict(self)
        figures["lengths"] = {split: _summary(lengths) for split, lengths in self.lengths.items()}
        figures |= {"read_from": _some(self.read_from), "passed_over": _some(self.passed_over)}
        figures["long"]["ways"] = {way: asdict(self.long.kept(way)) for way in SAID}
        return figures | {"kinds": dict(self.kinds.most_common()), "tags": dict(self.tags.most_common())}

    def text(self) -> str:
        """The report as a person reads it in a terminal."""
        lines = [f"{self.read:,} rows read from {_some(self.read_from)}", *self._notes(), ""]
        for title, heads, rows in self._tables():
            lines += [title, *_aligned(heads, rows), ""]
        return "\n".join(lines).rstrip()

    def _notes(self) -> list[str]:
        columns = self.columns
        text = f"{'label' if columns['is_label'] else 'prompt'} = {columns['text']}"
        notes = [f"columns: page = {columns['page']}, {text}"]
        notes[0] += f" (from {columns['labelled_by']})" if columns["labelled_by"] else ""
        notes[0] += f"; not used: {', '.join(columns['unused'])}" if columns["unused"] else ""
        if self.passed_over:
            notes.append(f"not read: {_some(self.passed_over)}")
        if self.near_duplicates:
            alike, groups = self.near_duplicates["pages"], self.near_duplicates["groups"]
            notes.append(
                f"{alike:,} pages are nearly the same as another, in {groups:,} groups (the largest has "
                f"{self.near_duplicates['largest']:,}); each group is on one side of the split"
            )
            notes.append(f"{self.test_prompts_in_train:,} test prompts also stand in train, with another page")
        if self.untested_kinds:
            notes.append(f"{len(self.untested_kinds):,} kinds are not in test: {_some(self.untested_kinds)}")
        return notes

    def _tables(self) -> list[tuple[str, list[str], list[list[str]]]]:
        """(title, heads, rows) of each table that has something to say."""
        tables = []
        if self.lengths:
            splits = [
                [split, *(f"{count:,}" for count in _summary(lengths).values())]
                for split, lengths in self.lengths.items()
            ]
            tables.append((f"tokens, of a context of {self.context:,}", ["", *_summary([1, 1])], splits))
        if self.refused:
            rows = sorted(self.refused.items(), key=lambda item: -item[1].rows)
            told = [[cause, f"{one.rows:,}", f"{one.place}  {one.detail}"] for cause, one in rows]
            tables.append(("rows that were not used", ["cause", "rows", "the first of them"], told))
        if self.long.pages:
            title = f"{self.long.pages:,} pages with {self.long.tokens:,} tokens are longer than the context"
            tables.append((title, ["--long", "pages lost", "rows made", "with tokens", ""], self._ways()))
        return tables

    def _ways(self) -> list[list[str]]:
        rows = []
        for way, said in SAID.items():
            kept = self.long.kept(way)
            note = "chosen: " if way == self.chosen else ""
            note += (
                f"{said}" if kept.sampled in (0, self.long.pages) else f"{said}; estimated from {kept.sampled} pages"
            )
            counts = (self.long.pages - kept.pages, kept.rows, kept.tokens)
            rows.append([way, *(f"{count:,}" for count in counts), note])
        return rows


def write_report(directory: Path, report: Report) -> None:
    """Draws the plots, as PNG files and inside one page that needs nothing else."""
    plots = {"lengths": _lengths(report), "kinds": _bars(report.kinds, "rows"), "tags": _bars(report.tags, "pages")}
    parts = [f"<p>{html.escape(line)}</p>" for line in [f"{report.read:,} rows were read.", *report._notes()]]
    for title, heads, rows in report._tables():
        header, *lines = (
            "<tr>" + "".join(f"<{cell}>{html.escape(str(text))}</{cell}>" for text in row) + "</tr>"
            for cell, row in [("th", heads), *(("td", row) for row in rows)]
        )
        parts.append(f"<h2>{html.escape(title)}</h2>\n<table>\n{header}\n" + "\n".join(lines) + "\n</table>")
    for name, picture in plots.items():
        (directory / f"{name}.png").write_bytes(picture)
        source = "data:image/png;base64," + base64.b64encode(picture).decode()
        parts.append(f'<h2>{name.capitalize()}</h2>\n<img src="{source}" alt="{_ALT[name]}">')
    head = f'<meta charset="utf-8">\n<title>Dataset report</title>\n<style>\n{STYLE}</style>'
    body = "\n".join(["<h1>Dataset report</h1>", *parts])
    document = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    (directory / PAGE).write_text(document, encoding="utf-8")


_ALT = {
    "lengths": "Histogram of the tokens of prompt and page together, for each split",
    "kinds": "Bars: how many rows each kind of page has",
    "tags": "Bars: how many pages hold each tag",
}


def _lengths(report: Report) -> bytes:
    def draw(axes: Any) -> None:
        axes.hist(list(report.lengths.values()), bins=40, stacked=True, label=list(report.lengths))
        axes.axvline(report.context, color="black", linestyle=":", label="context")
        axes.set(xlabel="tokens of prompt and page", ylabel="rows")
        axes.legend(loc="upper right")

    return _picture(draw, 4.5)


def _bars(counts: Counter[str], unit: str) -> bytes:
    shown = counts.most_common(LARGEST)
    rest = len(counts) - len(shown)

    def draw(axes: Any) -> None:
        axes.barh([(name or "no kind given")[:40] for name, _ in shown], [count for _, count in shown])
        axes.invert_yaxis()
        axes.set(xlabel=unit + (f"; {rest:,} more are not shown" if rest else ""))

    return _picture(draw, 1.5 + 0.22 * len(shown))


def _picture(draw: Any, height: float) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8, height), layout="constrained")
    axes = FigureCanvasAgg(figure).figure.subplots()
    draw(axes)
    axes.grid(visible=True, alpha=0.3)
    picture = io.BytesIO()
    figure.savefig(picture, dpi=100, format="png")
    return picture.getvalue()


def _summary(lengths: Sequence[int]) -> dict[str, int]:
    cuts = quantiles(lengths, n=20) if len(lengths) > 1 else [lengths[0]] * 19
    return {
        "rows": len(lengths),
        "tokens": sum(lengths),
        "median": round(median(lengths)),
        "95%": min(round(cuts[-1]), max(lengths)),
        "longest": max(lengths),
    }


def _aligned(heads: list[str], rows: list[list[str]]) -> list[str]:
    """A table's lines: numbers to the right, words to the left."""
    lines = [[""] for _ in range(1 + len(rows))]
    for column in zip(heads, *rows, strict=True):
        width = max(map(len, column))
        words = any(not cell.replace(",", "").isdigit() for cell in column[1:])
        for line, cell in zip(lines, column, strict=True):
            line.append(cell.ljust(width) if words else cell.rjust(width))
    return ["  ".join(line).rstrip() for line in lines]


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown
