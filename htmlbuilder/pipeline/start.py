"""What a run of pretraining starts from: drawn weights, or an earlier model's, with its tokenizer.

Of an earlier model, only these two are taken. Optimizer, schedule and data begin anew, but not with the samples that
the earlier run began with, though the recipe's seed may be the same: they are drawn by a seed that is made of the
recipe's and of the model's digest. What was held out stays so, since the prompts decide that and no seed does; and the
held-out rows are still drawn by the recipe's seed, so that the losses of both runs can be compared.

The recipe may have more layers than the earlier model. Those in between are copies of their neighbours with zero maps
back into the stream, so that the deeper model begins by computing what the shallower one did: LLaMA Pro's block
expansion (Wu et al. 2024, arXiv 2401.02415). It may also have a larger vocabulary: its tokenizer then gets more lines
(see `tokenizer`), and each begins as the mean of the tokens that it was written in before.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from htmlbuilder import manifest as manifests
from htmlbuilder.engines import gguf_model
from htmlbuilder.errors import DataError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import artifact, average

if TYPE_CHECKING:
    from torch import Tensor

    from htmlbuilder.pipeline.lean import LeanFalcon
    from htmlbuilder.pipeline.pretrain import Recipe

ROLE = "start"  # of the earlier model among the parents
STAGE = "pretrain"
EMBEDDINGS = "word_embeddings.weight"  # that the name of the tokens' vectors ends with
LAYERS = "transformer.h."  # that the names of the layers' weights begin with


@dataclass(frozen=True)
class Start:
    """`before`: `steps_before` and `tokens_before`, what all runs up to here took.

    It is empty where a manifest among them does not tell, as that of a GGUF does not.
    """

    directory: Path | None = None
    digest: str | None = None
    vocabulary: int = 0  # rows of the earlier model's embeddings
    before: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, directory: Path, recipe: "Recipe") -> Self:
        """The model that `pretrain` or `average` wrote in `directory`, or what `quantize` made of it as GGUF.

        Raises `ModelError` where it is damaged, and `DataError` where another stage wrote it or the recipe's shape is
        another, more layers and more lines excepted.
        """
        from htmlbuilder.pipeline import lean

        digest = artifact.source_digest(directory)
        made = manifests.read(directory)
        if made.stage not in (STAGE, average.STAGE) and not (directory / gguf_model.FILE_NAME).exists():
            raise DataError(f"{directory} was written by {made.stage}", "name the `model` of a run of pretrain")
        shape = lean.shape_of(directory)
        wanted, more = recipe.shape, recipe.shape.vocabulary - shape.vocabulary
        larger = shape.layers > wanted.layers or not 0 <= more <= recipe.tokenizer.lines
        if larger or shape._replace(layers=wanted.layers, vocabulary=wanted.vocabulary) != wanted:
            raise DataError(
                f"{directory} has {_words(shape)}, and the recipe {_words(recipe.shape)}",
                "name another model, or a recipe of its shape; only its layers may be more, and the tokenizer's lines",
            )
        return cls(directory, digest, shape.vocabulary, _before(made))

    def load_into(self, model: "LeanFalcon", tokenizer: Path) -> None:
        """Puts the earlier model's weights into `model`, which may have more layers, and more tokens as in `tokenizer`.

        Without an earlier model, nothing is done.
        """
        from htmlbuilder.pipeline import lean

        if self.directory:
            earlier = lean.load(self.directory)
            weights = _deepened(earlier.state_dict(), earlier.shape.layers, model.shape.layers)
            if self.vocabulary < model.shape.vocabulary:
                name = next(name for name in weights if name.endswith(EMBEDDINGS))
                weights[name] = _widened(weights[name], self.directory, tokenizer, model.shape.vocabulary)
            model.load_state_dict(weights)

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


def _widened(vectors: "Tensor", before: Path, after: Path, rows: int) -> "Tensor":
    """The tokens' vectors for the tokenizer of `after`, whose further tokens are texts in that of `before`."""
    import torch

    from htmlbuilder.pipeline import tokenizer as tokens_of

    old, new = tokens_of.load(before), tokens_of.load(after)
    known, size = old.get_vocab_size(), new.get_vocab_size()
    texts = [new.id_to_token(token) for token in range(known, size)]
    made = [vectors[encoding.ids].mean(dim=0) for encoding in old.encode_batch(texts, add_special_tokens=False)]
    spare = [vectors[:known].mean(dim=0)] * (rows - size)  # of tokens that do not exist
    return torch.cat([vectors[:known], torch.stack([*made, *spare])])


def _deepened(weights: "dict[str, Tensor]", layers: int, wanted: int) -> "dict[str, Tensor]":
    """The weights of `layers` layers as those of `wanted` layers that compute the same; the new ones evenly between."""
    from htmlbuilder.pipeline.lean import INTO_STREAM

    origins = [position * layers // wanted for position in range(wanted)]
    deepened = {name: weight for name, weight in weights.items() if not name.startswith(LAYERS)}
    for position, origin in enumerate(origins):
        added = position > 0 and origins[position - 1] == origin
        for name, weight in weights.items():
            if name.startswith(f"{LAYERS}{origin}."):
                own = name.replace(f"{LAYERS}{origin}.", f"{LAYERS}{position}.")
                deepened[own] = weight.new_zeros(weight.shape) if added and name.endswith(INTO_STREAM) else weight
    return deepened


def _before(made: Manifest) -> dict[str, Any]:
    figures: dict[str, Any] = dict(made.figures)
    if ROLE not in made.parents:
        figures |= {"steps_before": 0, "tokens_before": 0}
    if not {"steps", "steps_before"} <= figures.keys():
        return {}
    return {f"{name}_before": figures[name] + figures[f"{name}_before"] for name in ("steps", "tokens")}


def _words(shape: Any) -> str:
    return ", ".join(f"{name} {size}" for name, size in shape._asdict().items())
