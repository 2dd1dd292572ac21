"""What a page has of what its prompt asks for, and what is wrong with it by itself. Pure; sees prompt and page."""

from dataclasses import dataclass

from htmlbuilder import checks
from htmlbuilder.page import read_page
from htmlbuilder.wants import wants

FEW = 4  # wants; with fewer, what is missing says little about the model


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was read out of the prompt, in words, and whether the page has it."""

    what: str
    met: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """A check of `checks.problems` that the page does not pass: its stable name, and what a person should know."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Review:
    asked: tuple[Asked, ...]
    faults: tuple[Fault, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(each.what for each in self.asked if not each.met)

    @property
    def perfect(self) -> bool:
        return not self.missing and not self.faults

    @property
    def beyond(self) -> bool:
        """Whether most of what was asked for is missing, so that the model does not seem to know such pages."""
        return len(self.asked) >= FEW and len(self.missing) > len(self.asked) / 2


def review(prompt: str, html: str) -> Review:
    """The review of the page `html` for `prompt`."""
    document = checks.Document(html)
    wanted = wants(prompt)
    unmet = set(checks.unmet(document, (want.requirement for want in wanted)))
    asked = tuple(Asked(want.what, want.requirement not in unmet) for want in wanted)
    return Review(asked, tuple(Fault(rule, message) for rule, message in checks.problems(document)))


def merit(found: Review, ended: bool) -> tuple[bool, int, int]:
    """What candidates are compared by: first that they ended by themselves, then what they have, then what is wrong."""
    return ended, -len(found.missing), -len(found.faults)


def review_text(prompt: str, text: str) -> Review:
    """The review of what a model wrote: wants are looked for in the page a reader gets, faults in the text itself."""
    found = review(prompt, text)
    return Review(review(prompt, read_page(text).html).asked, found.faults)
