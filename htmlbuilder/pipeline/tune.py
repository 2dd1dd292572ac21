"""The whole road of a fine-tune, from a person's own pages to a model that is ready for others, in one command.

OUT holds what each step writes: data, adapter, merged, nf4, q4_0, the score of each, and ship. The same command again
passes over the steps whose inputs and settings are what they were, and makes the others: so it goes on after any
failure or kill. A step that would lose what was learned is refused, which is kept as a result like any other; then
the best of what is left is shipped, in the end the adapter, unmerged on its 4-bit base.
"""

import argparse
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pydantic import JsonValue

from htmlbuilder import flags
from htmlbuilder.engines.checkpoint import free_memory
from htmlbuilder.engines.hub import BASE
from htmlbuilder.errors import FineTuneLost, ModelError
from htmlbuilder.manifest import CARD, FILE_NAME, Manifest, read
from htmlbuilder.pipeline import artifact, card, curve, dataset, finetune, merge, quantize, score, ship
from htmlbuilder.pipeline.dataset import DatasetConfig
from htmlbuilder.pipeline.finetune import Recipe
from htmlbuilder.pipeline.life import REFUSED
from htmlbuilder.pipeline.quantize import QuantizeConfig
from htmlbuilder.pipeline.score import ScoreConfig
from htmlbuilder.pipeline.ship import ShipConfig
from htmlbuilder.pipeline.sources import open_source

FORMS: tuple[quantize.Format, ...] = ("q4_0", "nf4")  # the first of them that keeps what was learned is shipped
ROWS = {"before": "adapter-base", "adapter": "adapter", "merged": "merged", "NF4": "nf4", "Q4_0": "q4_0"}
DATASET_FLAGS = "long page_column prompt_column label_column validation test".split()


@dataclass(frozen=True)
class TuneConfig:
    """The settings of every step."""

    dataset: DatasetConfig
    recipe: Recipe
    scoring: ScoreConfig = field(default_factory=ScoreConfig)
    shipping: ShipConfig = field(default_factory=ShipConfig)


class Asked(NamedTuple):
    """What a step is made from and with, as far as its manifest says."""

    parents: dict[str, str]
    settings: dict[str, JsonValue]


class Refusal(NamedTuple):
    """Why a step was refused, and whether what it would have made was scored."""

    said: str
    measured: bool


class Step(NamedTuple):
    """One step: what it writes, and how. It is left out where the step it `needs` was refused."""

    name: str
    target: Path
    asked: Callable[[], Asked]
    make: Callable[[], Manifest | None]
    needs: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source", metavar="DATA", help="a file, a folder or a dataset on the hub; or what dataset wrote"
    )
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="where every step writes")
    finetune.add_recipe(parser)
    flags.add_fields(parser, DatasetConfig, *DATASET_FLAGS)
    score.add_flags(parser)
    flags.add_fields(parser, ShipConfig)


def main(args: argparse.Namespace) -> int:
    recipe = finetune.recipe_of(args)
    given = {name: value for name, value in flags.given(args, DatasetConfig).items() if name in DATASET_FLAGS}
    config = TuneConfig(
        dataset=flags.checked(DatasetConfig, argparse.Namespace(**given, model=recipe.base, context=recipe.context)),
        recipe=recipe,
        scoring=score.config_of(args),
        shipping=flags.checked(ShipConfig, args),
    )
    if not run(config, args.source, args.out, args.tensorboard):
        print("stopped and saved; the same command goes on")
    return 0


def run(config: TuneConfig, source: str, out: Path, board: Path | None = None) -> Manifest | None:
    """Goes the whole road, or the rest of it: the manifest of what is shipped, None when a signal stopped it.

    TensorBoard finds the adapter's curve in `board`. Raises `DataError` at once where it is not installed.
    """
    if board:
        curve.board()
    road = Road(config, source, out, board)
    road.clear_base()
    road.show_plan()
    for number, step in enumerate(road.steps, 1):
        head = f"[{number}/{len(road.steps)}] {step.name}"
        if road.left_out(step):
            print(f"{head}: left out, since {step.needs} was refused", flush=True)
            continue
        made, changed = road.found(step)
        road.note(step, made)
        if made:
            print(f"{head}: {'refused' if made.stage == REFUSED else 'done'} before", flush=True)
        else:
            print(f"{head}{f': again, since its {changed} changed' if changed else ''}", flush=True)
            began = time.monotonic()
            if not road.make(step):
                return None
            print(f"{head}: {time.monotonic() - began:,.0f} s", flush=True)
        if step.name in road.refusals:
            print(f"{head}: refused: {road.refusals[step.name].said}", flush=True)
    print("\n".join(["", *road.outcome()]), flush=True)
    return read(out / "ship")


class Road:
    """The steps of one fine-tune in `out`, and what has become of them."""

    def __init__(self, config: TuneConfig, source: str, out: Path, board: Path | None = None) -> None:
        self.config, self.source, self.out, self.board = config, source, out, board
        self.refusals: dict[str, Refusal] = {}
        made = Path(source) / FILE_NAME
        ready = made.exists() and read(made.parent).stage == "dataset"
        self.data = made.parent if ready else out / "data"
        self.adapter, self.merged = out / "adapter", out / "merged"
        self.steps = [*([] if ready else [self._dataset()]), *self._tuning(), *self._merging()]
        self.steps += [step for form in FORMS for step in self._quantizing(form)]
        self.steps.append(Step("ship", out / "ship", self._to_ship, self._ship))

    def clear_base(self) -> None:
        """Has a run to the adapter that was begun with another base stand aside."""
        work = finetune.work_of(self.adapter)
        _set_aside(work, work / BASE, Asked({}, dict(finetune.base_settings(self.config.recipe))))

    def clear_checkpoint(self, asked: Asked) -> None:
        """Has one that was begun with other data or settings stand aside; the base it was begun with stays."""
        from htmlbuilder.pipeline.tuner import CHECKPOINT

        begun = finetune.work_of(self.adapter) / CHECKPOINT
        _set_aside(begun, begun, asked)

    def show_plan(self) -> None:
        """Says which steps there are, and which of them are done, up to the first that is not."""
        print(f"the road to {self.out / 'ship'}:")
        done = True
        for number, step in enumerate(self.steps, 1):
            if done and not self.left_out(step):
                made, _ = self.found(step)
                self.note(step, made)
                done = made is not None
            state = "refused" if step.name in self.refusals else "done" if done else "to do"
            print(f"  {number:>2}  {step.name:<14} {state:<8} {step.target}", flush=True)

    def left_out(self, step: Step) -> bool:
        """Whether a step cannot be made since the one it needs was refused; then it is refused as well."""
        if step.needs in self.refusals:
            self.refusals[step.name] = self.refusals[step.needs]._replace(measured=False)
        return step.needs in self.refusals

    def note(self, step: Step, made: Manifest | None) -> None:
        """Remembers a step that was refused before."""
        if made and made.stage == REFUSED:
            self.refusals[step.name] = Refusal(str(made.figures["said"]), step.name in FORMS)

    def found(self, step: Step) -> tuple[Manifest | None, str]:
        """The manifest of a step that was made as asked now, or refused; else what has changed since it was made."""
        changed = ""
        for place in (_refusal(step), step.target):
            artifact.recover(place)
            if (place / FILE_NAME).exists():
                changed = _difference(made := read(place), step.asked())
                if not changed:
                    return made, ""
        return None, changed

    def make(self, step: Step) -> bool:
        """Makes a step: False when a signal stopped it. One that would lose what was learned leaves a note instead.

        A form of few bits that the model cannot have is refused as well, and tried again the next time.
        """
        if step.name in FORMS:
            artifact.source_digest(self.merged)  # damage is no reason to do without
        try:
            if step.make() is None:
                return False
            shutil.rmtree(_refusal(step), ignore_errors=True)
        except FineTuneLost as error:
            made = Manifest(stage=REFUSED, **step.asked()._asdict(), figures={"said": error.message})
            with artifact.writing(_refusal(step)) as draft:
                draft.seal(made)
            shutil.rmtree(step.target, ignore_errors=True)  # made of what was there before
            self.note(step, made)
        except ModelError as error:
            if step.name not in FORMS:
                raise
            self.refusals[step.name] = Refusal(error.message, measured=False)
        free_memory()
        return True

    def outcome(self) -> Iterator[str]:
        """The table of what was measured and kept, and what to do next."""
        yield "".join([f"{'':<8}", *(f"{head:>15}" for head in card.ACCURACY[1:]), "  kept"])
        for name, place in ROWS.items():
            measured = place not in self.refusals or self.refusals[place].measured
            shown = card.cells(score.score_of(read(self.out / f"{place}.score"))) if measured else [""] * 5
            kept = "no" if place in self.refusals else str(self.out / place) if name != "before" else ""
            yield "".join([f"{name:<8}", *(f"{cell:>15}" for cell in shown), f"  {kept}"])
        before, after = (score.score_of(read(self.out / f"{place}.score")) for place in ("adapter-base", "adapter"))
        if after.bits_per_byte >= before.bits_per_byte:
            yield "\nnothing was learned: give more data, or train longer or at another --lr"
        yield from (
            f"\n{name} was refused: {self.refusals[name].said}" for name in ("merged", *FORMS) if name in self.refusals
        )
        if self._shipped() == self.adapter:
            yield "\nno form of few bits was kept, so it ships as an adapter, unmerged on its 4-bit base"
        terms = [
            f"--{name.replace('_', '-')} {value}" for name, value in self.config.shipping.model_dump().items() if value
        ]
        again = f"python -m htmlbuilder ship {self._shipped()} --to {self.out / 'ship'} --data {self.data}"
        yield f"\nshipped: {self._shipped()}, as {self.out / 'ship'}; read {self.out / 'ship' / CARD} first. Then"
        yield f"  HTMLBUILDER_MODEL={self.out / 'ship'} python app.py"
        yield f"  {' '.join([again, *terms])} --push USER/NAME"

    def _dataset(self) -> Step:
        config = self.config.dataset

        def asked() -> Asked:
            opened = open_source(self.source)
            settings = dataset.settings_of(config, dataset.Measure(config), self.source)
            return Asked({"source": opened.digest}, settings)

        return Step("dataset", self.data, asked, lambda: dataset.run(config, self.source, self.data))

    def _tuning(self) -> Iterator[Step]:
        recipe = self.config.recipe

        def asked() -> Asked:
            return Asked({"data": read(self.data).digest}, recipe.model_dump(mode="json"))

        def make() -> Manifest | None:
            self.clear_checkpoint(asked())
            return finetune.run(recipe, self.data, self.adapter, self.board)

        tuning = Step("adapter", self.adapter, asked, make)

        def base() -> Path:
            """Where it stands: in the adapter's directory, or before there is one, in that of its run."""
            return (self.adapter if self.found(tuning)[0] else finetune.work_of(self.adapter)) / BASE

        def score_base() -> Manifest:
            if not (base() / FILE_NAME).exists():
                finetune.open_base(recipe, base())
                free_memory()
            return self._score("before", base(), "adapter-base")

        yield self._scoring("before", base, "adapter-base")._replace(make=score_base)
        yield tuning
        yield self._scoring("score adapter", lambda: self.adapter, "adapter")

    def _merging(self) -> Iterator[Step]:
        def asked() -> Asked:
            return Asked({"adapter": read(self.adapter).digest}, {})

        yield Step("merged", self.merged, asked, lambda: merge.run(self.adapter, self.merged))
        yield self._scoring("score merged", lambda: self.merged, "merged", needs="merged")

    def _quantizing(self, form: quantize.Format) -> Iterator[Step]:
        config, target, scoring = QuantizeConfig(format=form), self.out / form, self.config.scoring

        def asked() -> Asked:
            parents = {"checkpoint": read(self.merged).digest, "data": read(self.data).digest}
            return Asked(parents, config.model_dump() | {"scoring": scoring.model_dump()})

        def make() -> Manifest:
            return quantize.run(config, self.merged, target, self.data, scoring)

        yield Step(form, target, asked, make, needs="merged")
        yield self._scoring(f"score {form}", lambda: target, form, needs=form)

    def _scoring(self, name: str, model: Callable[[], Path], place: str, needs: str = "") -> Step:
        def asked() -> Asked:
            made = model() / FILE_NAME
            parents = {"model": read(made.parent).digest if made.exists() else "", "data": read(self.data).digest}
            return Asked(parents, self.config.scoring.model_dump())

        def make() -> Manifest:
            return self._score(name, model(), place)

        return Step(name, self.out / f"{place}.score", asked, make, needs)

    def _score(self, name: str, model: Path, place: str) -> Manifest:
        return score.run(self.config.scoring, model, self.data, self.out / f"{place}.score", name)

    def _shipped(self) -> Path:
        kept = [form for form in FORMS if form not in self.refusals]
        return self.out / kept[0] if kept else self.adapter

    def _to_ship(self) -> Asked:
        chosen = self._shipped()
        scored = read(self.out / f"{chosen.name}.score").digest
        return Asked({"model": read(chosen).digest, "score": scored}, self.config.shipping.model_dump())

    def _ship(self) -> Manifest:
        return ship.run(self.config.shipping, self._shipped(), self.out / "ship", self.data)


def _difference(made: Manifest, asked: Asked) -> str:
    """The first of what is `asked` that was another when the step was made."""
    for wanted, was in ((asked.parents, made.parents), (asked.settings, made.settings)):
        for name, value in wanted.items():
            if was.get(name) != value:
                return name
    return ""


def _set_aside(begun: Path, known_by: Path, asked: Asked) -> None:
    """Moves what was begun otherwise than `asked`, by the manifest in `known_by`: it is neither mixed in nor lost."""
    artifact.recover(known_by)
    if (known_by / FILE_NAME).exists() and (changed := _difference(read(known_by), asked)):
        aside = begun.with_name(f"{begun.name}.former")
        shutil.rmtree(aside, ignore_errors=True)
        begun.rename(aside)
        print(f"a run with another {changed} was begun; it stands aside in {aside}", flush=True)


def _refusal(step: Step) -> Path:
    return step.target.with_name(f"{step.target.name}.{REFUSED}")
