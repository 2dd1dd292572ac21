"""Writes a page from a sentence, or one for each line of a file.

A terminal shows the text as the model writes it; a pipe, `--out` and `--json` get the finished page. With `--prompts`,
lines {"id", "prompt"} become lines {"id", "prompt", "html", "finish_reason", "tokens", "seconds"} in `--out`, in the
order in which they finish. Run the same command again after an interruption: it goes on where it was.

With `--page`, the prompt says how that page is to be changed; in a line of `--prompts`, "current" is such a page.
"""

import argparse
import dataclasses
import sys
from contextlib import closing
from pathlib import Path

from pydantic import ValidationError

from htmlbuilder import files, flags
from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import FinishReason, GenerateRequest, answer, refusal
from htmlbuilder.engines.batch import Completion, Id, Line, complete, write_all
from htmlbuilder.errors import DataError, InvalidRequest
from htmlbuilder.page import read_page


class Written(Line):
    """A line of the file that `--prompts` makes. `seconds` counts as in `Finish`."""

    html: str
    finish_reason: FinishReason
    tokens: int
    seconds: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("prompt", nargs="?", metavar="PROMPT", help=GenerateRequest.model_fields["prompt"].description)
    source.add_argument("--prompts", type=Path, metavar="FILE", help='a file of lines {"id": …, "prompt": …}')
    parser.add_argument("--page", type=Path, metavar="FILE", help="a page to change as the prompt says")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write the page, or the lines of --prompts")
    parser.add_argument("--json", action="store_true", help="print the page with all that is known about it, as JSON")
    flags.add_fields(parser, GenerateRequest, "seed", "temperature", "top_p", "max_new_tokens", "best_of")
    flags.add_settings(parser)


def main(args: argparse.Namespace) -> int:
    if args.out:
        files.check_writable(args.out)
    if args.prompts:
        if not args.out or args.json or args.page:
            args.usage_error("--prompts needs --out, and has no --json and no --page")
        return _write_many(args)
    return _write_one(args)


def _write_one(args: argparse.Namespace) -> int:
    request = _request(args, args.prompt, files.read_text(args.page) if args.page else "")
    watching = sys.stdout.isatty() and not args.json and not args.out
    with closing(open_engine(flags.settings(args))) as engine:
        text, finish = complete(engine, request, _show if watching else lambda _: True)
        result = answer(engine, request, text, finish)
    if args.out:
        files.write_whole(args.out, result.html)
    if args.json:
        print(files.as_json(dataclasses.asdict(result)), end="")
    elif watching:
        print()
        if finish.replace is not None:
            print(f"candidate {finish.candidate} has more of what was asked for:", file=sys.stderr)
            _show(finish.replace)
            print()
    elif not args.out:
        print(result.html)
    speed = f"{finish.tokens} tokens in {finish.seconds:.2f} s ({finish.tokens / max(finish.seconds, 1e-9):.0f}/s)"
    print(f"{finish.reason}: {speed}, seed {request.seed}, {result.model}", file=sys.stderr)
    if result.repairs:
        print("mended: " + "; ".join(result.repairs), file=sys.stderr)
    if result.beyond:
        print("look whether the page is what you asked for: this model may not know such pages", file=sys.stderr)
    if request.best_of > 1 or (request.html and result.asked):
        met = f"{sum(each.met for each in result.asked)} of {len(result.asked)} met"
        missing = "".join(f"\n  missing: {each.what}" for each in result.asked if not each.met)
        which = f"candidate {result.candidate} of up to {request.best_of}: " if request.best_of > 1 else ""
        print(f"{which}{met}{missing}", file=sys.stderr)
    if finish.reason == "length":
        print("the page was cut off: a higher --max-new-tokens gives it more room", file=sys.stderr)
    return 0


def _write_many(args: argparse.Namespace) -> int:
    requests: dict[Id, GenerateRequest] = {}
    for number, line in files.read_lines(args.prompts, Line):
        if line.id in requests:
            raise DataError(f"{args.prompts}, line {number}: the id {line.id!r} stands there twice")
        try:
            requests[line.id] = _request(args, line.prompt, line.current)
        except InvalidRequest as refusal:
            raise DataError(f"{args.prompts}, line {number}: {refusal.message}", refusal.hint) from None
    settings = flags.settings(args)
    with closing(open_engine(settings)) as engine:
        refused = write_all(engine, requests, args.out, max(1, settings.slots // (args.best_of or 1)), _line)
    for key, error in refused.items():
        print(f"{key}: {error.message}", file=sys.stderr)
    print(f"{len(requests) - len(refused)} of {len(requests)} pages are in {args.out}", file=sys.stderr)
    return InvalidRequest.exit_code if refused else 0


def _line(key: Id, request: GenerateRequest, completion: Completion) -> Written:
    finish = completion.finish
    return Written(
        id=key,
        prompt=request.prompt,
        current=request.html,
        html=read_page(completion.text).html,
        finish_reason=finish.reason,
        tokens=finish.tokens,
        seconds=round(finish.seconds, 3),
    )


def _request(args: argparse.Namespace, prompt: str, html: str) -> GenerateRequest:
    """The prompt and the page to change with the flags. Raises `InvalidRequest` naming the field that is wrong."""
    try:
        return GenerateRequest(**(flags.given(args, GenerateRequest) | {"prompt": prompt, "html": html}))
    except ValidationError as error:
        kind, field, reason = refusal(error)
        raise kind(f"{field}: {reason}", "see --help for the ranges") from None


def _show(piece: str) -> bool:
    """Prints a piece without control characters, which could give a terminal orders."""
    print("".join(char for char in piece if char.isprintable() or char in "\n\t"), end="", flush=True)
    return True
