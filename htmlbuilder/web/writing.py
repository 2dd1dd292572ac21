"""One press of Generate, from wish to status line, and the pages a session has seen. Knows the gate, not Gradio."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from pydantic import ValidationError

from htmlbuilder.engines.base import Answer, GenerateRequest, Replace, refusal
from htmlbuilder.engines.review import Review, lost, unchanged
from htmlbuilder.errors import HtmlBuilderError, PageTooLong, PromptTooLong
from htmlbuilder.page import read_page
from htmlbuilder.web.gate import Gate, Item

PACE = 0.12  # seconds between two updates of the browser: quicker than an eye follows, slow enough for Gradio's queue
MOST_VERSIONS = 20
SOURCE_RULES = {"doctype", "unfinished", "blank", "parse", "css"}  # the others are about accessibility
NOTHING = "nothing in your prompt to check word for word"
BEYOND = "Such a prompt may be beyond what this model knows: look whether the page is what you asked for."
LOST = "Much of your page is gone: such a page, or such a change, may be beyond this model. Previous brings it back."
SHORTER = {PromptTooLong: "say it in fewer words", PageTooLong: "shorten the page"}
ENDINGS = {"stop": "Finished.", "length": "Cut off at {tokens:,} tokens.", "cancelled": "Stopped."}


@dataclass(frozen=True)
class Version:
    """A page of this session, as it was written or since edited, with the line on how it came about, and its report."""

    page: str
    status: str
    report: str = ""


@dataclass(frozen=True)
class History:
    """The pages of one session, oldest first, and which of them is open (-1: none yet)."""

    versions: tuple[Version, ...] = ()
    at: int = -1

    @property
    def page(self) -> str:
        """The open page, or nothing."""
        return self.versions[self.at].page if self.versions else ""

    def edited(self, page: str, keep: bool = False) -> "History":
        """The same with the open version as it now stands in the editor.

        With `keep`, a page of the reader's own becomes the first version.
        """
        if keep and not self.versions:
            return self.add(Version(page, note("Your page.")))
        if not self.versions or page == self.page:
            return self
        versions = list(self.versions)
        versions[self.at] = replace(versions[self.at], page=page)
        return replace(self, versions=tuple(versions))

    def add(self, version: Version) -> "History":
        """With one more version, which is then open. The oldest is forgotten when there are too many."""
        versions = (*self.versions, version)[-MOST_VERSIONS:]
        return History(versions, len(versions) - 1)

    def step(self, by: int) -> "History":
        """With an earlier (below 0) or later version open, as far as there is one."""
        return replace(self, at=min(max(self.at + by, 0), len(self.versions) - 1))


@dataclass(frozen=True)
class Update:
    """What the browser is to show. None: as it is. `status` is safe HTML."""

    status: str
    phase: str = "writing"
    text: str | None = None
    history: History | None = None


class Halt:
    """Lets one coroutine end the generation of another, at once, whatever it waits for."""

    def __init__(self) -> None:
        self._pulled = asyncio.Event()

    def pull(self) -> None:
        """Ends it. More than once is no harm."""
        self._pulled.set()

    async def until(self, items: AsyncGenerator[Item, None]) -> AsyncGenerator[Item, None]:
        """The items as they come, at most one each `PACE` seconds, until the answer or until the halt is pulled."""
        pulled = asyncio.create_task(self._pulled.wait())
        try:
            while not pulled.done():
                item = asyncio.ensure_future(anext(items))
                try:
                    await asyncio.wait({item, pulled}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    item.cancel()
                    await asyncio.wait({item})
                if item.cancelled():
                    return
                yield (result := item.result())
                if isinstance(result, Answer):
                    return
                await asyncio.wait({pulled}, timeout=PACE)
        finally:
            pulled.cancel()


async def write(gate: Gate, values: dict[str, object], history: History, halt: Halt) -> AsyncGenerator[Update, None]:
    """Writes the page that `values` ask for. A failed run leaves the open page as it was; a stopped one leaves what it
    had written, unless that is nothing. Nothing is raised: the last update says what went wrong.
    """
    text, answer = "", None
    yield Update(note("Writing…" if gate.ready else "The model is loading…", mood="busy"))
    try:
        wish = _wish(values)
        async with contextlib.aclosing(halt.until(_once_ready(gate, wish))) as items:
            async for item in items:
                if isinstance(item, Answer):
                    answer = item
                else:
                    text = item.text if isinstance(item, Replace) else text + item
                    yield Update(note(doing(text, wish), f"{len(text):,} characters", mood="busy"), text=text)
    except HtmlBuilderError as error:
        status = note(f"Failed: {error.message}.", error.hint, kept(history), mood="alarm")
    else:
        page = answer.html if answer else read_page(text).html if text.strip() else ""
        if answer and wish.html and unchanged(wish.html, page):
            status = note("Nothing was changed.", "ask in other words, or for one thing at a time", speed(answer))
        elif page.strip():
            status = finished(answer, wish) if answer else stopped(text, wish)
            history = history.add(Version(page, status, report(answer, wish) if answer else ""))
        else:
            headline = "The model wrote nothing." if answer else "Stopped before anything was written."
            status = note(headline, kept(history))
    yield Update(status, "ended", history.page or text, history)


def _wish(values: dict[str, object]) -> GenerateRequest:
    """The wish that the form holds. Raises `InvalidRequest` in the words of one who has only seen the form."""
    try:
        return GenerateRequest.model_validate(values)
    except ValidationError as error:
        kind, field, reason = refusal(error)
        message = reason if field in ("prompt", "html") else f"{field}: {reason}"
        raise kind(message, SHORTER.get(kind, "")) from None


async def _once_ready(gate: Gate, wish: GenerateRequest) -> AsyncGenerator[Item, None]:
    if not gate.ready:
        await asyncio.to_thread(gate.wait_ready, gate.settings.deadline)
    async with contextlib.aclosing(gate.stream(wish)) as items:
        async for item in items:
            yield item


def doing(text: str, wish: GenerateRequest) -> str:
    """What goes on while `text` is what has been written."""
    whole = text.rstrip().lower().endswith("</html>")
    return "Looking for a better one…" if whole and wish.best_of > 1 else "Writing…"


def kept(history: History) -> str:
    """What becomes of the open page when a run brings nothing."""
    return "the last page is still here" if history.versions else ""


def stopped(text: str, wish: GenerateRequest) -> str:
    """The status line of a run that the user stopped."""
    return note("Stopped.", f"{len(text):,} characters were written", f"seed {wish.seed}")


def finished(answer: Answer, wish: GenerateRequest) -> str:
    """The status line of a finished run: how it ended, how fast, and all that it takes to have the page again."""
    return note(
        ENDINGS[answer.finish_reason].format(tokens=answer.tokens),
        speed(answer),
        f"seed {answer.seed}"
        + ("" if wish.temperature or answer.candidate > 1 else " (greedy: any seed gives this page)"),
        f"model {answer.model} {answer.digest.removeprefix('sha256:')[:12]}".strip(),
        f"candidate {answer.candidate} of up to {wish.best_of}" if wish.best_of > 1 else "",
        f"mended: {', '.join(answer.repairs)}" if answer.repairs else "",
    )


def speed(answer: Answer) -> str:
    """How much was written, and how fast."""
    rate = answer.tokens / max(answer.seconds, 0.001)
    return f"{answer.tokens:,} tokens in {answer.seconds:.1f} s ({rate:,.0f} tokens/s)"


def report(answer: Answer, wish: GenerateRequest) -> str:
    """What was checked of a page as it was written, folded, as HTML. Everything in it is escaped."""
    found = Review(answer.asked, answer.faults)
    met = [each.what for each in found.asked if each.met]
    valid = [each.message for each in found.faults if each.rule in SOURCE_RULES]
    usable = [each.message for each in found.faults if each.rule not in SOURCE_RULES]
    counted = f"{len(met)} of {len(found.asked)} things asked for are there" if found.asked else NOTHING
    faults = f"{len(found.faults)} problem{'' if len(found.faults) == 1 else 's'} in its source"
    warning = ""
    if answer.beyond:
        warning = f'<p class="beyond">{LOST if wish.html and lost(wish.html, answer.html) else BEYOND}</p>'
    lists = [
        ("Asked for, and missing", found.missing, "Nothing that could be read out of your prompt is missing."),
        ("Asked for, and there", met, "Nothing was found in your prompt that can be checked word for word."),
        ("Validity", valid, "The source parses without an error."),
        ("Accessibility", usable, "No barrier shows in the source; what only a browser can tell was not checked."),
    ]
    parts = "".join(f"<h3>{title}</h3>{_listed(items, otherwise)}" for title, items, otherwise in lists)
    return f"{warning}<details><summary>Report: {counted}, {faults}</summary>{parts}</details>"


def _listed(items: Sequence[str], otherwise: str) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>" if items else f"<p>{otherwise}</p>"


def note(headline: str, *details: str, mood: Literal["calm", "busy", "alarm"] = "calm") -> str:
    """A status line as HTML. Everything in it is escaped."""
    rest = "".join(f"<span>{escape(detail)}</span>" for detail in details if detail)
    return f'<p class="note {mood}"><strong>{escape(headline)}</strong>{rest}</p>'
