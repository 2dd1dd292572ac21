"""What fields are called, and which kind of field a label speaks of: a rule that needs nothing but the label, so that the same words always give the same field."""

import re

from htmlbuilder.corpus.draw import DAYS, Draw, records

ROLES = (
    "child", "dog", "cat", "parent", "player", "guest", "partner", "patient", "owner", "student", "pupil", "teacher", "driver", "tenant", "bride", "groom", "coach", "captain", "guardian", "visitor", "horse", "pet", "rider", "baby", "member", "buyer",
    "seller", "singer", "swimmer", "applicant", "organiser", "author", "artist", "helper", "neighbour", "sender", "recipient", "camper", "colleague", "manager", "grandchild", "musician", "winner", "passenger", "host", "speaker",
)  # fmt: skip
LANGUAGES = ("English", "French", "Spanish", "Welsh", "Polish", "Arabic", "Hindi", "Swahili", "Turkish", "German", "Italian", "Dutch", "Mandarin", "Urdu", "Portuguese", "Greek", "Yoruba", "Tagalog")

# The first pattern that is found decides; what none is found in is a line of text.
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (type_, re.compile(pattern, re.IGNORECASE))
    for type_, pattern in (
        ("checkbox", r"^(?:i|i'm|i'd|we) |^(?:send|notify|remember|keep|remind|call) me\b|^subscribe to|^same as |^(?:show|hide|make) my |^yes, |^my child may"),
        ("email", r"e-?mail\b|^mail$"),
        ("url", r"\b(?:website|web site|url|homepage|link|web page)\b"),
        ("password", r"\b(?:password|passphrase|pw|pass|pin|pin code)$"),
        ("tel", r"\b(?:phone|mobile|cell|telephone|whatsapp|landline|fax)\b|^tel\b"),
        ("text", r"\b(?:name|code|title|zone|security question)$|^(?:place|country|town|city) of |^how did you (?:hear|find)"),
        ("number", r"\b(?:number|no\.) of |how many|^(?:age|quantity|qty|amount|budget|number|guests|people|adults|children|kids|nights|tickets|seats|persons|pieces|copies|rooms|participants|players)$|^years of |\bin (?:kg|cm|mm|km|years|euros|dollars|pounds)$|\b(?:amount|size of group|age)$"),
        ("date", r"\bdate\b|birthday|deadline|anniversary|\b(?:arrival|departure|check-?in|check-?out|valid until|day of birth)$|\b(?:first|last) day\b|^when$|^when (?:was|did|is) "),
        ("time", r"time$|^time of\b"),
        ("file", r"\b(?:photo|photos|picture|image|logo|scan|file|recording|receipt|screenshot|attachment|upload|cv|résumé|resume)$|^(?:photo|picture|scan|screenshot) of "),
        ("textarea", r"message|comment|question|feedback|descri|reason|^what |^why |^how (?:can|was|did)|steps to|^steps$|directions|\bnotes?\b|story|details|^about |anything|special|explain|letter|symptoms|summary|biograph|\bbio\b|ideas|suggest|instruction|allerg|complain|remarks|issue|problem|happened|memory|wishes|ingredients|^experience|your experience|damage|conditions|medication|requests?$"),
    )
)  # fmt: skip


def type_of(label: str) -> str:
    """The type of field that a label speaks of: an input type, or textarea."""
    return next((type_ for type_, pattern in RULES if pattern.search(label)), "text")


def pattern(draw: Draw) -> tuple[str, str, str]:
    """A label that a form may have, its nature, and where its options come from."""
    label, nature, source = (*draw.pick(records("labels")), "", "")[:3]
    if "{" in label:
        slots = {"n": draw.word("nouns"), "v": draw.word("verbs"), "a": draw.word("adjectives"), "w": draw.pick(ROLES), "f": draw.word("foods").lower(), "t": draw.word("towns"), "l": draw.pick(LANGUAGES), "d": draw.pick(DAYS)}
        label = label.format(**slots)
    return label, nature, source


def asked_label(draw: Draw) -> str:
    """A label alone, of which nothing is asked."""
    while True:
        label, nature, _ = pattern(draw)
        if nature in ("", "range"):
            return label
