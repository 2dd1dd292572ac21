"""What a run found, summed up: rates with 95% intervals from a bootstrap over pages (Efron's percentile method)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import BaseModel, JsonValue

from htmlbuilder import __version__
from htmlbuilder.checks import UNCLEAN
from htmlbuilder.evaluation.verdict import CHECKS, Grade

if TYPE_CHECKING:
    from numpy import ndarray

RESAMPLES = 2_000
WORST = 10


class Rate(BaseModel):
    """A share of pages or requirements, in percent, with the bounds of its 95% interval."""

    percent: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.percent:5.1f}%  [{self.low:.1f}, {self.high:.1f}]"


class Figures(BaseModel):
    """The rates of some pages. `strict` is strict pass@1, the headline: the share of pages that pass every check.

    `checks` holds the share that passes each one. What needs a tool that is missing is None. `beyond` is the share
    that is flagged as more than the model can do, of the pages that are not required to say so. Of changes,
    `changed` is the share in which what was asked is done and nothing else is touched, and `exact` that of the very
    pages expected.
    """

    pages: int
    strict: Rate | None
    all_met: Rate
    requirements_met: Rate
    clean: Rate
    checks: dict[str, Rate | None]
    beyond: Rate | None
    changed: Rate | None = None
    exact: Rate | None = None


class Report(Figures):
    """`missing` names each tool that is not there, and how to get it. `problems` counts each rule of `checks`,
    `violations` each of axe-core's rules among serious and critical ones, `worst` names pages to look at first.
    """

    htmlbuilder: str = __version__
    source: dict[str, JsonValue]
    tools: tuple[str, ...]
    missing: tuple[str, ...]
    kinds: dict[str, Figures]
    baselines: dict[str, Figures]
    problems: dict[str, int]
    faults_per_100: dict[str, float | None]
    worst: list[int | str]


def summarize(
    grades: Sequence[Grade],
    source: dict[str, JsonValue],
    baselines: Mapping[str, Sequence[Grade]] | None = None,
    tools: Sequence[str] = (),
    missing: Sequence[str] = (),
) -> Report:
    """The figures of a run. The same grades give the same intervals."""
    kinds: dict[str, list[Grade]] = defaultdict(list)
    for graded in grades:
        kinds[graded.kind].append(graded)
    return Report(
        **dict(figures(grades)),
        source=source,
        tools=tuple(tools),
        missing=tuple(missing),
        kinds={kind: figures(some) for kind, some in sorted(kinds.items())},
        baselines={name: figures(some) for name, some in (baselines or {}).items()},
        problems=dict(Counter(rule for graded in grades for rule, _ in graded.problems).most_common()),
        faults_per_100={check: _per_100([graded.faults[check] for graded in grades]) for check in CHECKS},
        worst=[graded.id for graded in worst(grades)],
    )


def figures(grades: Sequence[Grade]) -> Figures:
    strict = [graded.strict for graded in grades]
    changes = [graded for graded in grades if graded.spoilt is not None]
    flags = [graded.beyond for graded in grades if graded.beyond is not None]
    passed = {check: [graded.faults[check] for graded in grades] for check in CHECKS}
    return Figures(
        pages=len(grades),
        strict=None if None in strict else _rate([bool(each) for each in strict]),
        all_met=_rate([graded.all_met for graded in grades]),
        requirements_met=_rate([graded.met for graded in grades], [graded.asked for graded in grades]),
        clean=_rate([graded.clean for graded in grades]),
        checks={name: None if None in found else _rate([not each for each in found]) for name, found in passed.items()},
        beyond=_rate(flags) if flags else None,
        changed=_rate([bool(graded.changed) for graded in changes]) if changes else None,
        exact=_rate([bool(graded.exact) for graded in changes]) if changes else None,
    )


def worst(grades: Sequence[Grade], most: int = WORST) -> list[Grade]:
    """Up to `most` pages that failed: those with the most missing first, then those that fail the most checks."""
    failed = [graded for graded in grades if any(graded.faults.values()) or not graded.clean or graded.spoilt]
    return sorted(failed, key=lambda graded: (-len(graded.unmet), graded.clean, -_failing(graded)))[:most]


def _failing(graded: Grade) -> int:
    return sum(bool(found) for found in graded.faults.values())


def _per_100(found: Sequence[Sequence[str] | None]) -> float | None:
    if None in found:
        return None
    return round(100 * sum(len(each or ()) for each in found) / max(len(found), 1), 2)


def _rate(parts: Sequence[int], wholes: Sequence[int] | None = None) -> Rate:
    """The sum of `parts` in the sum of `wholes` (a 1 for each page, unless given), resampled over pages."""
    import numpy as np

    wholes = wholes or [1] * len(parts)
    drawn = _draws(len(parts))
    shares = 100 * (drawn @ np.array(parts, dtype=int)) / np.maximum(drawn @ np.array(wholes), 1)
    low, high = np.percentile(shares, [2.5, 97.5])
    percent = round(100 * sum(parts) / max(sum(wholes), 1), 2)
    return Rate(percent=percent, low=round(float(low), 2), high=round(float(high), 2))


@lru_cache(maxsize=4)
def _draws(pages: int) -> "ndarray":
    """How often each page stands in each resample."""
    import numpy as np

    return np.random.default_rng(0).multinomial(pages, np.full(pages, 1 / pages), size=RESAMPLES)


def table(report: Report, grades: Sequence[Grade]) -> str:
    """The report as a person reads it in a terminal."""
    lines = [f"{report.pages} pages" + (f" by {report.source['model']}" if "model" in report.source else "")]
    if report.strict:
        lines.append(f"  strict pass@1                  {report.strict}")
    if report.changed:
        lines.append(f"  done, and nothing else changed {report.changed}")
        lines.append(f"  exactly the page expected      {report.exact}")
    lines += [
        f"  all requirements met           {report.all_met}",
        f"  requirements met               {report.requirements_met}",
        f"  parse-clean, ended by itself   {report.clean}",
    ]
    if report.beyond and report.beyond.percent:
        lines.append(f"  flagged as beyond the model    {report.beyond}")
    lines += [f"  passes {name:<24}{rate}" for name, rate in report.checks.items() if rate]
    for name, of in report.baselines.items():
        strict = f"strict {of.strict.percent:5.1f}%, " if of.strict else ""
        lines.append(
            f"  baseline {name}: {strict}all met {of.all_met.percent:.1f}%, met {of.requirements_met.percent:.1f}%"
        )
    if report.missing:
        lines += ["", "  no headline: not measured is what needs", *(f"    {missing}" for missing in report.missing)]
    changed = f"{'done, no more':>15}" if report.changed else ""
    lines += ["", f"  {'kind':<24}{'pages':>6}{'strict':>9}{'all met':>9}{'met':>8}{'clean':>8}{changed}"]
    for kind, of in report.kinds.items():
        shares = f"{of.all_met.percent:>8.1f}%{of.requirements_met.percent:>7.1f}%{of.clean.percent:>7.1f}%"
        strict = f"{of.strict.percent:>8.1f}%" if of.strict else f"{'-':>9}"
        changed = f"{of.changed.percent:>14.1f}%" if of.changed else ""
        lines.append(f"  {kind or '-':<24}{of.pages:>6}{strict}{shares}{changed}")
    if report.problems:
        lines += ["", "  problems: " + ", ".join(f"{rule} {count}" for rule, count in report.problems.items())]
    for graded in worst(grades):
        lines += ["", f"  {graded.id}: {' '.join(graded.prompt.split())[:100]}"]
        lines += [f"      lacks {missing}" for missing in graded.unmet[:5]]
        lines += [f"      {each}" for each in graded.spoilt or ()]
        lines += [f"      {rule}: {message}" for rule, message in graded.problems if rule in UNCLEAN][:3]
        beyond = {name: found for name, found in graded.faults.items() if name not in ("requirements", "fidelity")}
        lines += [f"      {name}: {found[0]}" for name, found in beyond.items() if found]
    return "\n".join(lines)
