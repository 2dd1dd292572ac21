"""The training curve: lines of JSON in the run directory, and a picture of them. `DataError` where there is no room."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder.errors import DataError
from htmlbuilder.pipeline import artifact

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter

DATA, PICTURE = "curve.jsonl", "curve.png"
TOTALS = ("waited", "fresh", "reused", "samples", "dropped", "failed")  # what the row stream counts in all


def append(run: Path, line: dict[str, Any]) -> None:
    with artifact.room_for(run / DATA), (run / DATA).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def read(run: Path) -> list[dict[str, Any]]:
    path = run / DATA
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def cut(run: Path, step: int) -> None:
    """Forgets what was logged after `step`, which a run resumed from there will log again."""
    path, draft = run / DATA, run / f".{DATA}.draft"
    kept = []
    for line in path.read_text("utf-8").splitlines() if path.exists() else []:
        try:
            kept += [line] if json.loads(line)["step"] <= step else []
        except json.JSONDecodeError:  # a kill in the middle of a line
            break
    with artifact.room_for(path):
        draft.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
        os.replace(draft, path)


def board() -> "type[SummaryWriter]":
    """What writes a curve for TensorBoard. Raises `DataError` where that is not installed."""
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError:
        raise DataError("TensorBoard is not installed", "pip install tensorboard") from None
    return SummaryWriter


def draw(run: Path) -> None:
    """Draws loss (training and held-out, nats a page token) over steps."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    lines = read(run)
    figure = Figure(figsize=(8, 4.5), layout="constrained")
    axes = FigureCanvasAgg(figure).figure.subplots()
    for key, label, style in (
        ("loss", "training", "-"),
        ("validation", "held out", "o-"),
        ("wordings", "unseen wordings", "s-"),
    ):
        points = [(line["step"], line[key]) for line in lines if key in line]
        if points:
            axes.plot(*zip(*points, strict=True), style, label=label, linewidth=1)
    axes.set(xlabel="step", ylabel="loss, nats a page token", yscale="log")
    axes.grid(visible=True, which="both", alpha=0.3)
    if axes.has_data():
        axes.legend(loc="lower left")
    draft = run / f".{PICTURE}.draft"
    with artifact.room_for(run / PICTURE):
        figure.savefig(draft, dpi=120, format="png")
        os.replace(draft, run / PICTURE)
