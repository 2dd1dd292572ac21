"""The `htmlbuilder` command: finds the verb that was asked for, and turns what goes wrong into an exit code.

A verb is a module with `add_arguments(parser)` and `main(args) -> int`. It is imported only when it is called, so that
`--help` answers at once; what a verb does is left to its module.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from htmlbuilder import __version__
from htmlbuilder.errors import HtmlBuilderError

COMMANDS = {
    "generate": ("htmlbuilder.generate", "write a page from a sentence, or one for each line of a file"),
    "serve": ("htmlbuilder.serve", "start the app and its API"),
    "corpus": ("htmlbuilder.corpus.inspect", "sample and inspect what the embedded model is taught"),
    "pretrain": ("htmlbuilder.pipeline.pretrain", "train a tokenizer and a model on the corpus"),
    "average": ("htmlbuilder.pipeline.average", "make one model of several that went on from one another"),
    "dataset": ("htmlbuilder.pipeline.dataset", "make a training set of your own pages: checked, measured, split"),
    "tune": ("htmlbuilder.pipeline.tune", "go the whole road: dataset, finetune, merge, quantize, scores, ship"),
    "finetune": ("htmlbuilder.pipeline.finetune", "train an adapter for a model, in 4 bits, on your own data"),
    "merge": ("htmlbuilder.pipeline.merge", "make one 16-bit model of an adapter and its base"),
    "score": ("htmlbuilder.pipeline.score", "measure what a model has learned of a dataset"),
    "quantize": ("htmlbuilder.pipeline.quantize", "store a checkpoint in few bits, as GGUF or NF4"),
    "parity": ("htmlbuilder.pipeline.parity", "compare a GGUF file with its checkpoint, token by token"),
    "evaluate": ("htmlbuilder.pipeline.evaluate", "grade a model's pages against what the prompts asked for"),
    "ship": ("htmlbuilder.pipeline.ship", "make a model ready for others, with its model card, and upload it"),
    "bench": ("htmlbuilder.bench", "measure start, first piece, tokens per second and memory"),
    "bench-tune": ("htmlbuilder.pipeline.fullsize", "measure tuning at the size of Falcon-7B on one GPU"),
    "deploy": ("htmlbuilder.deploy", "assemble a Hugging Face Space and upload it"),
}
SHARED = {"pretrain", "finetune"}  # that several processes can do together
EXIT_CODES = """\
exit codes:
  0   done
  2   wrong usage
  65  bad input: a prompt, a field or a file
  69  a server could not be reached, or refused
  75  busy or too late: try again
  78  the model, or something to be installed, is not there or not sound
  130 interrupted
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code. Errors that a person can mend are said without a traceback."""
    try:
        return run(sys.argv[1:] if argv is None else argv)
    except HtmlBuilderError as error:
        return _fail(error.message, error.hint, error.exit_code)
    except ModuleNotFoundError as error:
        if not error.name or error.name.startswith("htmlbuilder"):
            raise
        hint = "install the full set: pip install -r requirements.txt, or pip install '.[train]'"
        return _fail(f"this command needs {error.name}, which is not installed", hint, 78)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains as it flushes
        return 141


def run(argv: Sequence[str]) -> int:
    """Finds the verb, lets its module read the rest of the line, and runs it."""
    if not argv or argv[0] not in COMMANDS:
        parser = _parser()
        parser.parse_args(argv)
        parser.error("which command?")
    name, rest = argv[0], argv[1:]
    if name not in SHARED and "TORCHELASTIC_RUN_ID" in os.environ and os.environ.get("WORLD_SIZE", "1") != "1":
        _parser().error(f"{name} is for one process: a launcher of several is for {' and '.join(sorted(SHARED))}")
    module = importlib.import_module(COMMANDS[name][0])
    parser = argparse.ArgumentParser(
        prog=f"htmlbuilder {name}", description=module.__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.set_defaults(usage_error=parser.error)
    module.add_arguments(parser)
    code: int = module.main(parser.parse_args(rest))
    sys.stdout.flush()
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="htmlbuilder",
        description="A sentence in, a web page out, from a small language model you can train yourself.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"htmlbuilder {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", help="COMMAND --help says more")
    for name, (_, summary) in COMMANDS.items():
        commands.add_parser(name, help=summary)
    return parser


def _fail(message: str, hint: str, code: int) -> int:
    print(f"htmlbuilder: {message}", *([f"  {hint}"] if hint else []), sep="\n", file=sys.stderr)
    return code
