"""The report as one HTML file that needs nothing else: figures, a table a category, and the pages to look at first."""

import base64
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from htmlbuilder.evaluation.report import Figures, Rate, Report, worst
from htmlbuilder.evaluation.verdict import CHECKS, Grade

SHOWN = 24  # of the worst pages, and half as many that pass
FAULTS = 6  # of each page
STYLE = """
:root { color-scheme: light }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 16px/1.5 system-ui, sans-serif;
  color: #1c2430; background: #fff }
h1, h2, h3 { line-height: 1.2 }
h2 { margin-top: 2.5rem }
.headline { font-size: 3rem; font-weight: 700; margin: 0 }
.note, small { color: #515b6b }
.missing { padding: .5rem 1rem; background: #fff4e0; border-left: 4px solid #a15c00 }
.wide { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .35rem .7rem; border-bottom: 1px solid #d8dee8; text-align: right; white-space: nowrap }
th { vertical-align: bottom; white-space: normal }
th:first-child, td:first-child { text-align: left; white-space: normal }
td small { display: block }
.pages { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)) }
.page { border: 1px solid #d8dee8; border-radius: 8px; overflow: hidden }
.page img { display: block; width: 100%; height: auto; border-bottom: 1px solid #d8dee8; background: #f3f5f8 }
.page div { padding: .75rem 1rem }
.page h3 { margin: 0; font-size: 1rem }
.page p, .page ul { margin: .5rem 0 0; overflow-wrap: anywhere }
.page ul { padding-left: 1.1rem }
"""


def render(report: Report, grades: Sequence[Grade], pictures: Path) -> str:
    """The file's text. `pictures` holds the pictures of the pages by their digests, as far as there are any."""
    source = ", ".join(f"{name}: {value}" for name, value in report.source.items() if value not in ("", None))
    bad = worst(grades, SHOWN)
    good = [graded for graded in grades if graded.strict][: SHOWN // 2]
    parts = [
        "<h1>What the pages are worth</h1>",
        f'<p class="note">{report.pages} pages. {escape(source)}. {escape(", ".join(report.tools))}</p>',
        *_headline(report),
        "<h2>Every check</h2>",
        _table("pages", {"the model": report, **{f"baseline: {name}": of for name, of in report.baselines.items()}}),
        '<p class="note">In percent, with 95% intervals from a bootstrap over pages. The baselines need no model: what '
        "they reach is reached without one. Best-of-4 is not among them, for no engine offers it.</p>",
        "<h2>By category</h2>",
        _table("category", report.kinds),
        "<h2>Look at these first</h2>",
        _pages(bad, pictures) if bad else "<p>No page failed.</p>",
        *(["<h2>Some that pass everything</h2>", _pages(good, pictures)] if good else []),
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Evaluation: {escape(str(report.source.get('tasks', '')))}</title>\n<style>{STYLE}</style>\n</head>\n"
        "<body>\n<main>\n" + "\n".join(parts) + "\n</main>\n</body>\n</html>\n"
    )


def _headline(report: Report) -> Iterable[str]:
    if report.changed and report.exact:
        yield f'<p class="headline">{report.changed.percent:.1f}%</p>'
        yield (
            f"<p>of the changes (95%: {report.changed.low:.1f} to {report.changed.high:.1f}) do what was asked and "
            f"touch nothing else, both at once; {report.exact.percent:.1f}% give the very page expected.</p>"
        )
    if report.strict:
        yield f'<p class="headline">{report.strict.percent:.1f}%</p>'
        yield (
            f"<p>strict pass@1 (95%: {report.strict.low:.1f} to {report.strict.high:.1f}): the share of pages that "
            f"pass {', '.join(CHECKS[:-1])} and {CHECKS[-1]}, all at once, at the first try.</p>"
        )
        return
    yield '<div class="missing"><p>There is no headline, for not every check could be made. Missing:</p><ul>'
    yield from (f"<li>{escape(missing)}</li>" for missing in report.missing)
    yield "</ul></div>"


def _table(first: str, rows: dict[str, Figures]) -> str:
    changes = ("done, no more",) if any(of.changed for of in rows.values()) else ()
    names = (first, "number", *changes, "strict", "share of requirements", *CHECKS)
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    body = "\n".join(_row(name, of, bool(changes)) for name, of in rows.items())
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="Rates by {first}"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _row(name: str, of: Figures, changes: bool) -> str:
    rates = (*((of.changed,) if changes else ()), of.strict, of.requirements_met, *of.checks.values())
    return f"<tr><td>{escape(name or '-')}</td><td>{of.pages}</td>{''.join(map(_cell, rates))}</tr>"


def _cell(rate: Rate | None) -> str:
    return f"<td>{rate.percent:.1f} <small>{rate.low:.1f}–{rate.high:.1f}</small></td>" if rate else "<td>–</td>"


def _pages(grades: Sequence[Grade], pictures: Path) -> str:
    return '<div class="pages">\n' + "\n".join(_page(graded, pictures) for graded in grades) + "\n</div>"


def _page(graded: Grade, pictures: Path) -> str:
    path = pictures / f"{graded.page}.webp"
    image = ""
    if path.is_file():
        data = base64.b64encode(path.read_bytes()).decode()
        image = (
            f'<img src="data:image/webp;base64,{data}" width="480" height="300" alt="Page {escape(str(graded.id))}">'
        )
    faults = [f"{check}: {fault}" for check, found in graded.faults.items() for fault in found or ()]
    faults += graded.spoilt or ()
    more = [f"and {len(faults) - FAULTS} more"] if len(faults) > FAULTS else []
    items = "".join(f"<li>{escape(_printable(fault))}</li>" for fault in faults[:FAULTS] + more)
    return (
        f'<article class="page">{image}<div><h3>{escape(str(graded.id))} <small>{escape(graded.kind)}</small></h3>'
        f"<p>{escape(_printable(graded.prompt))}</p>{f'<ul>{items}</ul>' if items else ''}</div></article>"
    )


def _printable(text: str) -> str:
    """The text without what HTML forbids: control characters, halves of surrogate pairs."""
    return "".join(char if char.isprintable() else " " for char in text)[:600]
