"""Model text -> Page: the document in it, and what had to be mended. Pure.

Mending adds and leaves out, and never rewrites: what the model wrote of the page stands in it letter by letter.
"""

import html
import re
from collections import Counter
from dataclasses import dataclass

DOCTYPE = "<!doctype html>\n"
FRAME = '<html>\n<head>\n<meta charset="utf-8">\n</head>\n<body>\n{}\n</body>\n</html>\n'

_THINKING = re.compile(r"\s*<think>.*?(?:</think>|\Z)", re.DOTALL)
_FENCED = re.compile(r"(```+|~~~+)[\w-]*+\s*+(?=<)(.*?)(?:(?<=[\n>])[ \t]*+\1|\Z)", re.DOTALL)
_DOCUMENT = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_FRAGMENT = re.compile(r"^[ \t]*<[a-z!].*>[ \t]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_HAS_DOCTYPE = re.compile(r"(?>\s*<!--.*?-->)*+\s*<!doctype", re.IGNORECASE | re.DOTALL)
# What the HTML standard takes as one piece. Possessive: a tag ends in no quote, and a part of it is no tag.
_MARKUP = re.compile(
    r"<!--(?:-?>|.*?--!?>)|<(?!!--)(?:[!?]|/(?![a-z]))[^>]*>|"
    r"""<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["']))|["'])*+>""",
    re.DOTALL | re.IGNORECASE,
)
_BEGINS_MARKUP = re.compile(r"<(?:[a-z/!?]|\Z)", re.IGNORECASE)
_RAW = ("script", "style", "title", "textarea")  # nothing in these is a tag but their own end
_VOID = set("area base br col embed hr img input link meta param source track wbr".split())  # these have no end
# These end with what they stand in. To close one that has ended already could make a new one of it: <p>a<div></p>.
_IMPLIED = set("p li dt dd option optgroup tr td th thead tbody tfoot caption colgroup rp rt".split())


@dataclass(frozen=True, slots=True)
class Page:
    """`html` is a document a browser can show. `repairs` names each thing that was mended, in plain words."""

    html: str
    repairs: tuple[str, ...]


@dataclass(slots=True)
class _Markup:
    """What a scan of a page found: the page up to `whole`, then what has no end (`unfinished`: "tag", "comment" or
    "script", else ""); the names of its tags; and which elements are `open` at its end, the outermost first.
    """

    whole: str
    unfinished: str
    names: set[str]
    open: list[str]


def read_page(text: str) -> Page:
    """Reads the page out of what a model wrote: the page alone, talked about, in a code fence, in part, or cut off.

    Words without any HTML become a page that shows them. Where there is nothing to show, `html` is empty.
    """
    repairs = []
    thinking = _THINKING.match(text)
    answer = text[thinking.end() :] if thinking else text
    if thinking:
        repairs.append("left out the model's thinking")
    page = _without_talk(answer)
    if page.strip() != answer.strip():
        repairs.append("left out the words around the page")
    found = _scan(page)
    page = found.whole
    if found.unfinished:
        repairs.append(f"left out an unfinished {found.unfinished}")
    if not page.strip():
        return Page("", tuple(repairs))
    if left_open := [name for name in reversed(found.open) if name not in _IMPLIED]:
        page = f"{page.rstrip()}\n{''.join(f'</{name}>' for name in left_open)}\n"
        repairs.append(f"closed what was open: {', '.join(left_open)}")
    if not found.names and not page.lstrip().startswith("<"):
        page = f'<pre style="white-space: pre-wrap">{html.escape(page.strip())}</pre>'
        repairs.append("made a page of words that hold no HTML")
    if not _HAS_DOCTYPE.match(page):
        if "html" in found.names:
            page = DOCTYPE + page.lstrip()
            repairs.append("added the doctype")
        else:
            frame = "<html>\n{}\n</html>\n" if found.names & {"head", "body"} else FRAME
            page = DOCTYPE + frame.replace("{}", page.strip())
            repairs.append("made a document of a fragment")
    return Page(page, tuple(repairs))


def _without_talk(text: str) -> str:
    """The page in a chat model's answer; all of the text where it does not show which part is the page."""
    page = text
    if not text.lstrip().startswith("<"):
        fenced = [match[2] for match in _FENCED.finditer(text)]
        if fenced:
            page = next((block for block in fenced if _DOCUMENT.search(block)), fenced[0])
        elif found := _DOCUMENT.search(text):
            page = text[found.start() :]
        elif found := _FRAGMENT.search(text):
            page = found[0]
    ends = [match.end() for match in _END.finditer(page)]
    after = page[ends[-1] :].strip() if ends else ""
    return page[: ends[-1]] if after and not after.startswith("<") else page


def _scan(page: str) -> _Markup:
    names: set[str] = set()
    stack: list[str] = []
    depth: Counter[str] = Counter()  # of each name in the stack
    at = 0
    while (at := page.find("<", at)) >= 0:
        markup = _MARKUP.match(page, at)
        if markup is None:
            if _BEGINS_MARKUP.match(page, at):
                return _Markup(page[:at], "comment" if page.startswith("<!--", at) else "tag", names, stack)
            at += 1
            continue
        start, at = at, markup.end()
        name = (markup["name"] or "").lower()
        if name in _RAW and not markup["end"]:
            end = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(page, at)
            if end is None and name == "script":
                return _Markup(page[:start], name, names, stack)
            if end is None:
                rest = re.sub(r"<(/[a-z]*)?\Z", "", page, flags=re.IGNORECASE)
                return _Markup(rest, "tag" if rest != page else "", names | {name}, [*stack, name])
            at = end.start()
        if markup["end"] and depth[name]:
            while (closed := stack.pop()) != name:
                depth[closed] -= 1
            depth[name] -= 1
        elif name and not markup["end"]:
            names.add(name)
            if name not in _VOID and not markup[0].endswith("/>"):
                stack.append(name)
                depth[name] += 1
    return _Markup(page, "", names, stack)
