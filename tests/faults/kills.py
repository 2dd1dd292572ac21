"""Kills a toy fine-tune at random moments, and compares what comes of it, bit for bit, with an unbroken one.

    python -m tests.faults.kills --count 20

Every third kill falls inside a save, half of those while files are written and half between the two renames.
"""

import argparse
import multiprocessing
import random
import signal
import sys
import tempfile
import time
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import artifact, curve
from htmlbuilder.pipeline.finetune import Recipe, work_of
from tests import toy, tuned

FILES = ("adapter_model.safetensors", "adapter_config.json", "base/model.safetensors")
LONGEST = 300  # seconds that a run may take


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.faults.kills", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=20, help="kills (default: 20)")
    parser.add_argument("--seed", type=int, default=0, help="of their moments (default: 0)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kills-") as directory:
        room = Path(directory)
        with artifact.writing(room / "base") as draft:
            toy.write_weights(draft.directory, toy.write_tokenizer(draft.directory))
            draft.seal(Manifest(stage="toy"))
        return kill(room, args.count, random.Random(args.seed))


def kill(room: Path, count: int, draw: random.Random) -> int:
    data, asked = tuned.write_data(room / "data"), tuned.recipe(room / "base")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.tuned", "peft", "htmlbuilder.pipeline.tuner"])

    def start(target: Path, *how: Any) -> BaseProcess:
        process = context.Process(target=quietly, args=(room / "log", asked, data, target, *how))
        process.start()
        return process

    ready = context.Process(target=int)  # when it has ended, what every run imports is loaded: no part of `seconds`
    ready.start()
    ready.join()
    begun = time.monotonic()
    whole = start(room / "unbroken")
    whole.join(LONGEST)
    assert whole.exitcode == 0, (room / "log").read_text()[-2000:]
    seconds = time.monotonic() - begun
    print(f"an unbroken run: {seconds:.0f} s", flush=True)
    killed = saves = rounds = 0
    while killed < count:
        rounds += 1
        target = room / f"run{rounds}"
        ended = False
        while not ended:
            inside = killed % 3 == 2
            how = (draw.choice(("writing", "renaming")), draw.randint(2, 3)) if inside else ()
            process = start(target, *(how if killed < count else ()))
            if not inside and killed < count:
                process.join(draw.uniform(0, 0.6 * seconds))
                process.kill()
            process.join(LONGEST)
            assert process.exitcode in (0, -signal.SIGKILL), (room / "log").read_text()[-2000:]
            ended = process.exitcode == 0
            if not ended:
                killed, saves = killed + 1, saves + inside
                print(f"kill {killed}{' in a save' if inside else ''}, at step {reached(target)}", flush=True)
        assert not work_of(target).exists(), f"round {rounds}: left {work_of(target)}"
        assert losses(target) == losses(room / "unbroken"), f"round {rounds}: another loss curve"
        for name in FILES:
            assert (target / name).read_bytes() == (room / "unbroken" / name).read_bytes(), f"round {rounds}: {name}"
    print(f"{killed} kills, {saves} of them in a save, over {rounds} runs: each went on, and ended as the unbroken one")
    return 0


def quietly(log: Path, asked: Recipe, data: Path, target: Path, *how: Any) -> None:
    with log.open("w") as file:
        sys.stdout = sys.stderr = file
        tuned.run_and_die(asked, data, target, *how)


def losses(run: Path) -> list[tuple[int, str, float]]:
    lines = curve.read(run)
    return [(line["step"], key, line[key]) for line in lines for key in ("loss", "validation") if key in line]


def reached(target: Path) -> int:
    path = work_of(target) / curve.DATA
    return path.read_text().count('"loss"') if path.exists() else 0


if __name__ == "__main__":
    sys.exit(main())
