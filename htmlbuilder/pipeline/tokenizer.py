"""The embedded model's tokenizer: byte-level BPE that knows HTML, in the form that llama.cpp calls "superbpe".

Shipped, it splits text only around digits (each run of `\\p{N}`). That it also keeps words apart comes from its merges.
They are learned in two stages (after SuperBPE, Liu et al. 2025): first inside `WORDS`, then, over whole tokens, inside
`PHRASES`, where fixed markup such as `</li>\\n      <li>` grows together. Both splits depend on two neighbouring
characters only, so no token holds a pair that a split parts, and the shipped form, which does not split, merges the
very same. Around copied text (after `>` and `"`, before `<` and `"`, between words) both stages part, so that a name
has the same tokens in a prompt and in a page.

What pages hold besides, the lines of their heads and scripts, are mostly the same lines, and were over half of a page's
tokens. The commonest become one token each, runs of lines that only come together one for all: added tokens, which are
found in a text before its bytes are merged. No two of them overlap, since no line is in two of them, so that it does
not matter that llama.cpp looks for the longest first, and `tokenizers` for the leftmost.
"""

import heapq
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from htmlbuilder.prompt import CHAT_TEMPLATE, END, SPECIAL_TOKENS, frame

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

END_ID, PROMPT_ID, PAGE_ID = range(3)
CHANGED = 1 << 15  # on a token of a row: it stands in a line that an edit has changed
LETTER = r"[^\W\d_]"
# Which neighbours stay together: (characters before, characters after) as regular expressions of one character.
WORDS = (
    (LETTER, LETTER), (r"[ \t]", rf"[ \t]|{LETTER}|[{{}}(\"]"), (r"\n", r"[ \t\n]"), (r"[>{};,.]", r"\n"),
    (r"[</&\-]", LETTER), (LETTER, r"[>=\-]"), (r"<", r"[/!]"), (r"/", r"[>/]"), (r"!", r"[-d]"), (r"-", r"[->]"),
    (r"=", r"\""), (r"\"", r">"), (r"\)", r"[;,{]"), (r"\(", r"\)"),
)  # fmt: skip
PHRASES = (
    *WORDS, (LETTER, r"[:;()]"), (r"[:;,{)\"]", r" "), (r"[.(]", rf"{LETTER}|-"), (r"[ \t\n]", r"[<.\-#:]"),
    (r">", r"<"), (r"\"", r"\""), (r"\)", r"[)}]"),
)  # fmt: skip
TOGETHER = 0.98  # share of two lines' occurrences in which one follows the other, from which on they are one token
LONGEST = 48  # bytes of the longest phrase
# No phrase takes the first letter of a name or the last of a hex colour. (In the byte-level alphabet \u0120 is the
# space, \u010a the line break, and every other character beyond ASCII a byte of one.)
BREAKS_COPY = re.compile("[^A-Za-z\u0120]\u0120?[A-Z\u00a1-\u0109\u010b-\u011f\u0121-\u0143]|^[a-f]{1,6};")


def splitter(joins: Iterable[tuple[str, str]]) -> re.Pattern[str]:
    """Matches the empty string wherever two neighbouring characters are not a pair of `joins`."""
    together = "|".join(f"(?<={before})(?:{after})" for before, after in joins)
    return re.compile(f"(?<=.)(?=.)(?!{together})", re.DOTALL)


def bare(words: int, seed_pieces: Iterable[str]) -> "Tokenizer":
    """A tokenizer of `words` tokens, in the shipped form, whose merges are learned inside `seed_pieces`."""
    from tokenizers import Regex, Tokenizer, decoders, pre_tokenizers
    from tokenizers.models import BPE
    from tokenizers.trainers import BpeTrainer

    tokenizer = Tokenizer(BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"\p{N}+"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = BpeTrainer(
        vocab_size=words,
        min_frequency=2,
        special_tokens=list(SPECIAL_TOKENS),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(seed_pieces, trainer)
    return tokenizer


def learn(texts: list[str], vocabulary: int, phrases: int) -> "Tokenizer":
    """Learns `vocabulary` tokens from `texts` (prompts and pages), the last `phrases` of them as phrases; no lines."""
    from tokenizers import Tokenizer

    word, phrase = splitter(WORDS), splitter(PHRASES)
    # A digit is never merged: runs are cut into single digits before the trainer sees them.
    tokenizer = bare(vocabulary - phrases, (piece for text in texts for piece in word.split(text)))
    pieces = Counter(piece for text in texts for piece in phrase.split(text))
    counted: Counter[tuple[str, ...]] = Counter()
    encodings = tokenizer.encode_batch(list(pieces))
    for count, encoding in zip(pieces.values(), encodings, strict=True):
        counted[tuple(encoding.tokens)] += count
    model = json.loads(tokenizer.to_str())
    table = model["model"]["vocab"]
    for left, right in _merges(counted):
        if len(table) == vocabulary:
            break
        table.setdefault(left + right, len(table))
        model["model"]["merges"].append([left, right])
    return Tokenizer.from_str(json.dumps(model))


def add_lines(tokenizer: "Tokenizer", pages: list[str], number: int) -> None:
    """Adds the `number` lines or runs of lines of `pages`' heads and scripts that save the most tokens."""
    from tokenizers import AddedToken

    known = "".join(token.content for token in tokenizer.get_added_tokens_decoder().values())
    counts, pairs = Counter[str](), Counter[tuple[str, str]]()
    for page in pages:
        for lines in _fixed(page):
            lines = [line for line in lines if line not in known]
            counts.update(lines)
            pairs.update(pairwise(lines))
    after = {
        first: then for (first, then), count in pairs.items() if count > TOGETHER * max(counts[first], counts[then])
    }
    runs = {}
    for line in counts.keys() - after.values():
        run = [line]
        while (then := after.get(run[-1])) and then not in run:
            run.append(then)
        runs["".join(run)] = min(counts[each] for each in run)
    sizes = [len(encoding.ids) for encoding in tokenizer.encode_batch(list(runs), add_special_tokens=False)]
    saved = {run: (size - 1) * count for (run, count), size in zip(runs.items(), sizes, strict=True)}
    best = sorted(saved, key=lambda run: (-saved[run], run))[:number]
    tokenizer.add_tokens([AddedToken(run, normalized=False) for run in best])


def _fixed(page: str) -> Iterator[list[str]]:
    """The lines of a page's head and scripts, each with the line break before it, in rows that nothing else parts."""
    row: list[str] = []
    inside = True
    for line in re.findall(r"\n?[^\n]+", page):
        inside = (inside and "</script>" not in line and "<body" not in line) or "<script>" in line
        if inside and "<title>" not in line:
            row.append(line)
        elif row:
            yield row
            row = []


def save(tokenizer: "Tokenizer", directory: Path, context: int) -> None:
    """Writes it as a transformers directory, with the chat template. The end token also pads."""
    from transformers import PreTrainedTokenizerFast

    fast = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        eos_token=END,
        pad_token=END,
        additional_special_tokens=list(SPECIAL_TOKENS[1:]),
        model_max_length=context,
        clean_up_tokenization_spaces=False,
    )
    fast.chat_template = CHAT_TEMPLATE
    fast.save_pretrained(directory)


def load(directory: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(directory / "tokenizer.json"))


def encode(tokenizer: "Tokenizer", prompt: str, page: str, html: str = "") -> list[int]:
    """The framed prompt, the page, the end; before them, framed too, the page `html` that is to be changed, if any.

    Raises `ValueError` for a page that spells a special token.
    """
    return _encoded(tokenizer, prompt, page, html).ids


def encode_marked(tokenizer: "Tokenizer", prompt: str, page: str, html: str) -> list[int]:
    """`encode`, with `CHANGED` added to each token that reaches into a line of the page which `html` has not.

    Of lines that are gone, what comes after them is marked: there it shows that they are left out.
    """
    encoding = _encoded(tokenizer, prompt, page, html)
    start = len(frame(prompt, html))
    lines = page.splitlines(keepends=True)
    ends = [start, *(start := start + len(line) for line in lines)]
    changed: list[tuple[int, int]] = []
    for how, _, _, first, last in SequenceMatcher(None, html.splitlines(keepends=True), lines, False).get_opcodes():
        if how != "equal":
            end = ends[min(max(last, first + 1), len(lines))] - 1  # the line break goes with the next line
            changed.append((ends[first], max(end, ends[first] + 1)))
    marked, place = [], 0
    for token, (begin, end) in zip(encoding.ids, encoding.offsets, strict=True):
        while place < len(changed) and changed[place][1] <= begin:
            place += 1
        reaches = place < len(changed) and changed[place][0] < end
        marked.append(token + CHANGED if reaches else token)
    return marked


def _encoded(tokenizer: "Tokenizer", prompt: str, page: str, html: str) -> "Encoding":
    encoding = tokenizer.encode(frame(prompt, html) + page + END, add_special_tokens=False)
    special = [token for token in encoding.ids if token in (END_ID, PROMPT_ID, PAGE_ID)]
    if special != [*([PAGE_ID, END_ID] if html else []), PROMPT_ID, PAGE_ID, END_ID]:
        raise ValueError(f"the page holds a special token: {page[:80]!r}")
    return encoding


def _merges(counted: Counter[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """The merges of byte-pair encoding over token sequences with their counts, the most frequent pair first."""
    sequences = [list(tokens) for tokens in counted]
    counts = list(counted.values())
    totals: Counter[tuple[str, str]] = Counter()
    where: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for index, sequence in enumerate(sequences):
        for pair in pairwise(sequence):
            totals[pair] += counts[index]
            where[pair].add(index)
    heap = [(-total, pair) for pair, total in totals.items()]
    heapq.heapify(heap)
    while heap:
        total, pair = heapq.heappop(heap)
        joined = pair[0] + pair[1]
        if -total != totals[pair] or total == 0 or len(joined) > LONGEST or BREAKS_COPY.search(joined):
            continue
        yield pair
        touched = set()
        for index in where.pop(pair):
            old, new = sequences[index], _merged(sequences[index], pair)
            sequences[index] = new
            for neighbours in pairwise(old):
                totals[neighbours] -= counts[index]
                touched.add(neighbours)
            for neighbours in pairwise(new):
                totals[neighbours] += counts[index]
                where[neighbours].add(index)
                touched.add(neighbours)
        for neighbours in touched:
            heapq.heappush(heap, (-totals[neighbours], neighbours))


def _merged(tokens: list[str], pair: tuple[str, str]) -> list[str]:
    merged: list[str] = []
    for token in tokens:
        if merged and (merged[-1], token) == pair:
            merged[-1] += token
        else:
            merged.append(token)
    return merged
