"""A model's life, read back from the manifests around it: what it was made of, and what was measured of it.

The steps of one road stand side by side in a room, and each names its parents by digest. So do scores: a figure counts
for a model only where it names that very model.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from htmlbuilder import manifest as manifests
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import average, score
from htmlbuilder.pipeline.score import Score

SHIP = "ship"  # the stage of a copy, which is no parent of anything
REFUSED = "refused"  # the stage of a note that a step would have lost what was learned
PARENTS = ("checkpoint", "adapter")  # the roles that a model is made of


@dataclass(frozen=True)
class Step:
    """A directory that a stage has written."""

    directory: Path
    manifest: Manifest

    @property
    def digest(self) -> str:
        return self.manifest.digest

    @property
    def what(self) -> str:
        """What a model is, in a few words."""
        if self.manifest.stage == "quantize":
            return f"{str(self.manifest.settings['format']).upper()}, quantized"
        if self.manifest.stage == average.STAGE:
            return f"the mean of {len(self.manifest.parents)} models, 16 bits"
        names = {"nf4": "before: the base, in 4 bits", "finetune": "adapter on that base", "merge": "merged, 16 bits"}
        return names.get(self.manifest.stage, self.manifest.stage)


@dataclass(frozen=True)
class Life:
    """The life of `model`: `steps` holds it and what it came from, the latest first. `data` may not be at hand."""

    model: Step
    steps: dict[str, Step]
    data: Step | None
    room: list[Step] = field(repr=False)

    @property
    def tuned(self) -> Manifest | None:
        return self.steps["finetune"].manifest if "finetune" in self.steps else None

    @property
    def base(self) -> str:
        """The hub's name of what was tuned; "" where that was a directory."""
        from_hub = self.tuned and self.steps["nf4"].manifest.figures.get("from_hub")
        return str(self.tuned.settings["base"]) if self.tuned and from_hub else ""

    @cached_property
    def score(self) -> Step | None:
        """What the model scored; of several scores, the fullest one."""
        found = [step for step in self._scores() if step.manifest.parents["model"] == self.model.digest]
        return max(found, key=_fullness, default=None)

    @cached_property
    def accuracy(self) -> dict[str, Score]:
        """What this model and its kin scored, on the same data in the same way: before, adapter, merged, few bits."""
        if not self.score:
            return {}
        alike = {
            step.manifest.parents["model"]: score.score_of(step.manifest)
            for step in self._scores()
            if step.manifest.parents["data"] == self.score.manifest.parents["data"]
            and step.manifest.settings == self.score.manifest.settings
        }
        return {step.what: alike[step.digest] for step in self._kin() if step.digest in alike}

    @cached_property
    def lost(self) -> list[str]:
        """What it was to become, and would have lost what was learned in becoming: the "merge", forms of few bits."""
        kin = {step.digest for step in self._kin()}
        notes = (step.manifest for step in self.room if step.manifest.stage == REFUSED)
        return [str(note.settings.get("format", "merge")) for note in notes if kin & set(note.parents.values())]

    def _scores(self) -> Iterator[Step]:
        return (step for step in self.room if step.manifest.stage == score.STAGE)

    def _kin(self) -> list[Step]:
        """From the base on, and what else the merged model was quantized to."""
        line = list(reversed(self.steps.values()))
        merged = self.steps.get("merge")
        if self.tuned and not merged:
            merged = next((step for step in self.room if self._is_of(step, "merge", line[-1])), None)
            line += [merged] if merged else []
        forms = [step for step in self.room if merged and self._is_of(step, "quantize", merged)]
        return line + [step for step in forms if step.digest not in {known.digest for known in line}]

    def _is_of(self, step: Step, stage: str, parent: Step) -> bool:
        return step.manifest.stage == stage and parent.digest in step.manifest.parents.values()


def read_life(source: Path, data: Path | None = None) -> Life:
    """The life of the model `source`, read from what stands beside it; its dataset may be named instead.

    Raises `DataError` where a part of it is missing, or `data` is not what it was trained on.
    """
    room = _room(source.parent)
    made_of = {step.digest: step for step in room if step.manifest.stage not in (SHIP, REFUSED, score.STAGE)}
    model = Step(source, manifests.read(source))
    steps, step = {model.manifest.stage: model}, model
    while parent := next((step.manifest.parents[role] for role in PARENTS if role in step.manifest.parents), None):
        if parent not in made_of and "data" not in step.manifest.parents and step.manifest.stage == "quantize":
            break  # of no fine-tune: there is nothing else to be said
        if parent not in made_of:
            raise DataError(
                f"what {step.directory} was made of, {parent}, is not beside it, so nothing could be said of it",
                f"put it into {source.parent}",
            )
        step = made_of[parent]
        steps[step.manifest.stage] = step
    trained_on = step.manifest.parents.get("data") if step.manifest.stage == "finetune" else None
    if trained_on:
        steps["nf4"] = Step(step.directory / BASE, manifests.read(step.directory / BASE))
    found = Step(data, manifests.read(data)) if data else made_of.get(trained_on or "")
    if data and found and found.digest != trained_on:
        raise DataError(f"{data} is not what {source} was trained on", "name that dataset, or none")
    return Life(model, steps, found, room)


def _room(directory: Path) -> list[Step]:
    found = []
    for path in sorted(directory.glob(f"*/{manifests.FILE_NAME}")):
        try:
            found.append(Step(path.parent, manifests.read(path.parent)))
        except ModelError:  # somebody else's, or damaged: no part of any life
            continue
    return found


def _fullness(step: Step) -> tuple[bool, int]:
    config = score.ScoreConfig.model_validate(step.manifest.settings)
    return (not config.light, config.count)
