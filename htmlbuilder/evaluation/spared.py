"""Whether a change of a page left alone what was not to be changed. Pure, and by lines.

The page as it should be, beside the page as it was, says where something may differ: there a model may write what it
likes, which the requirements judge, but where lines only go it may put nothing. All other lines must be as before.
"""

from difflib import SequenceMatcher
from functools import cache

SHOWN = 3  # of the lines that are not as before
SLACK = 3  # lines that may stand where one is expected, besides twice as many as expected


def spoilt(before: str, expected: str, page: str) -> tuple[str, ...]:
    """What is not as it was in `page`, and should be, by the change from `before` to `expected`; () for nothing."""
    old, new, found = (text.strip().splitlines() for text in (before, expected, page))
    blocks, rooms = _plan(old, new)

    @cache
    def fits(number: int, at: int) -> bool:
        """Whether the blocks from `number` on, each after its gap, make up what is found from line `at` on."""
        room = rooms[number]
        if number == len(blocks):
            return len(found) - at <= room
        block = blocks[number]
        places = (place for place in range(at, at + room + 1) if found[place : place + len(block)] == block)
        return any(fits(number + 1, place + len(block)) for place in places)

    if fits(0, 0):
        return ()
    kept = [line for block in blocks for line in block]
    matcher = SequenceMatcher(None, kept, found, False)
    lost = [line for how, a, b, _, _ in matcher.get_opcodes() if how in ("replace", "delete") for line in kept[a:b]]
    return tuple(f"not as before: {line.strip()[:100]}" for line in lost[:SHOWN]) or ("something was added elsewhere",)


def _plan(old: list[str], new: list[str]) -> tuple[list[list[str]], list[int]]:
    """The runs of lines that stay, and how many lines the gaps before, between and after them may hold."""
    blocks: list[list[str]] = []
    rooms, room = [], 0
    for how, first, last, start, end in SequenceMatcher(None, old, new, False).get_opcodes():
        if how == "equal":
            blocks.append(old[first:last])
            rooms.append(room)
            room = 0
        elif start < end:
            room = 2 * (end - start) + SLACK
    return blocks, [*rooms, room]
