"""Merging, as a command: an adapter and the very 4-bit base it was trained on become one model in 16 bits.

Layer by layer: 4-bit weights are dequantized, the adapter is added in fp32, and the sum is rounded once. Neither the
original weights nor a rounding back to 4 bits would do: the adapter has learned to live with the errors of its base,
and a light one is smaller than they are. So the result must pass a gate before its directory exists: on held-out
examples it is compared with the adapter on its base, against two yardsticks, no adapter and the merge in 4 bits again.
The work itself is `merger`'s.
"""

import argparse
import resource
from dataclasses import asdict
from pathlib import Path

from htmlbuilder.errors import FineTuneLost
from htmlbuilder.manifest import Manifest, read, versions_of
from htmlbuilder.pipeline import artifact
from htmlbuilder.pipeline.finetune import LIBRARIES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("adapter", type=Path, help="the adapter's directory, as finetune writes it")
    parser.add_argument("target", type=Path, help="the model directory to write")


def main(args: argparse.Namespace) -> int:
    print(f"{args.target}: {run(args.adapter, args.target).digest}")
    return 0


def run(source: Path, target: Path) -> Manifest:
    """Writes the adapter `source`, merged, as the model directory `target`.

    Raises `ModelError` for a damaged adapter, `FineTuneLost` for a merge that is not what the adapter on its base is.
    """
    from htmlbuilder.pipeline import merger

    parent = artifact.source_digest(source)
    with artifact.writing(target) as draft:
        with artifact.room_for(target):
            merger.write(source, draft.directory)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print("merged; comparing it with the adapter on its base", flush=True)
        parity = merger.compare(source, draft.directory)
        if not parity.held:
            raise FineTuneLost(
                f"the merged model is not the adapter on its base: {parity}",
                f"serve the adapter unmerged on its base, --model {source}, or train a heavier one",
            )
        print(f"held: {parity}", flush=True)
        return draft.seal(
            Manifest(
                stage="merge",
                parents={"adapter": parent, "base": read(source).parents["base"]},
                versions=versions_of(*LIBRARIES),
                figures={"host_memory_gib": round(memory, 2), "parity": asdict(parity)},
            )
        )
