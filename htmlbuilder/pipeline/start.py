"""What a run of pretraining starts from: drawn weights, or an earlier model's, with its tokenizer.

Of an earlier model, only these two are taken. Optimizer, schedule and data begin anew, but not with the samples that
the earlier run began with, though the recipe's seed may be the same: they are drawn by a seed that is made of the
recipe's and of the model's digest. What was held out stays so, since the prompts decide that and no seed does; and the
held-out rows are still drawn by the recipe's seed, so that the losses of both runs can be compared.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from htmlbuilder import manifest as manifests
from htmlbuilder.engines import gguf_model
from htmlbuilder.errors import DataError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import artifact

if TYPE_CHECKING:
    from htmlbuilder.pipeline.pretrain import Recipe

ROLE = "start"  # of the earlier model among the parents
STAGE = "pretrain"


@dataclass(frozen=True)
class Start:
    """`before`: `steps_before` and `tokens_before`, what all runs up to here took.

    It is empty where a manifest among them does not tell, as that of a GGUF does not.
    """

    directory: Path | None = None
    digest: str | None = None
    before: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, directory: Path, recipe: "Recipe") -> Self:
        """The model that `pretrain` wrote in `directory`, or what `quantize` made of it as GGUF.

        Raises `ModelError` where it is damaged, and `DataError` where another stage wrote it or the recipe's shape is
        another.
        """
        from htmlbuilder.pipeline import lean

        digest = artifact.source_digest(directory)
        made = manifests.read(directory)
        if made.stage != STAGE and not (directory / gguf_model.FILE_NAME).exists():
            raise DataError(f"{directory} was written by {made.stage}", "name the `model` of a run of pretrain")
        shape = lean.shape_of(directory)
        if shape != recipe.shape:
            raise DataError(
                f"{directory} has {_words(shape)}, and the recipe {_words(recipe.shape)}",
                "name another model, or a recipe of its shape",
            )
        return cls(directory, digest, _before(made))

    @property
    def parents(self) -> dict[str, str]:
        return {ROLE: self.digest} if self.digest else {}

    def seed(self, seed: int) -> int:
        """What draws the samples, given the recipe's `seed`: that itself where the weights are drawn, too."""
        if not self.digest:
            return seed
        return int(hashlib.sha256(f"{seed} {self.digest}".encode()).hexdigest()[:8], 16)

    def check(self, out: Path, held: str | None) -> None:
        """Raises `DataError` where the run in `out` started from another model, `held`, or None: from drawn weights."""
        if held != self.digest:
            drawn = "drawn weights"
            raise DataError(
                f"{out} holds a run that started from {held or drawn}, not from {self.digest or drawn}",
                "give the --from that it was started with, or none where it had none; or another --out",
            )


DRAWN = Start()


def _before(made: Manifest) -> dict[str, Any]:
    figures: dict[str, Any] = dict(made.figures)
    if ROLE not in made.parents:
        figures |= {"steps_before": 0, "tokens_before": 0}
    if not {"steps", "steps_before"} <= figures.keys():
        return {}
    return {f"{name}_before": figures[name] + figures[f"{name}_before"] for name in ("steps", "tokens")}


def _words(shape: Any) -> str:
    return ", ".join(f"{name} {size}" for name, size in shape._asdict().items())
