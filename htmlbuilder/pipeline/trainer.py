"""The training loop: rows in, steps made, curve and checkpoints out. It stops at a deadline or a signal, and resumes.

Several processes, one a GPU, share the rows of a step: each makes its part of the gradient, and all take one step.

fp32 masters are what is trained. The model itself holds copies of them: bf16 on a GPU, and towards the end what the
shipped 4-bit form will hold, so that the last steps learn to live with it (gradients pass straight through).
"""

import json
import math
import os
import signal
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor

from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.pipeline import artifact, curve
from htmlbuilder.pipeline.lean import LeanFalcon, bounds, document_mask, loss_weights
from htmlbuilder.pipeline.muon import Optimizer
from htmlbuilder.pipeline.packing import Position, Rows, RowStream, Sampler, Source
from htmlbuilder.pipeline.quantize import fake_quantize_q4_0, fake_quantize_q8_0
from htmlbuilder.pipeline.ranks import Ranks
from htmlbuilder.pipeline.start import DRAWN, Start
from htmlbuilder.pipeline.tokenizer import CHANGED

if TYPE_CHECKING:
    from htmlbuilder.corpus.draw import Split
    from htmlbuilder.pipeline.pretrain import Recipe

CHECKPOINT = "checkpoint.safetensors"
HELD_OUT: "dict[str, Split]" = {"validation": "heldout", "wordings": "wordings"}  # what is measured, on which split
HELD_OUT_SAMPLES = 16  # a block: few, so that all workers share in making the held-out rows
AHEAD = 2  # steps that may wait on the GPU, so that time spent waiting for rows is seen


class Trainer:
    """One run in one directory. A context manager: leaving it ends the workers and gives the signals back."""

    def __init__(
        self, recipe: "Recipe", out: Path, tokenizer: Path, sampler: Sampler, ranks: Ranks, start: Start = DRAWN
    ) -> None:
        self.recipe, self.settings, self.out, self.ranks, self.start = recipe, recipe.training, out, ranks, start
        self.device = ranks.device
        self.rows, odd = divmod(self.settings.rows, ranks.size)  # that this process sees of a step
        if odd:
            raise DataError(
                f"{self.settings.rows} rows a step cannot be shared by {ranks.size} processes", "start another number"
            )
        self.micro_rows = min(self.settings.micro_rows, self.rows)
        # The attention kernels start blocks for every place, also for those that no document takes. In fewer rows the
        # number of documents varies more.
        self.documents = math.ceil(self.settings.documents * (self.micro_rows / self.settings.micro_rows) ** 0.75)
        on_gpu = self.device.type == "cuda"
        torch.set_float32_matmul_precision("high")
        torch.manual_seed(recipe.seed)
        shape = recipe.model
        with self.device:
            self.model = LeanFalcon(recipe.shape)
        resumed = (out / CHECKPOINT).exists()
        if not resumed:
            start.load_into(self.model, tokenizer)
        self.masters = {name: weight.detach().clone() for name, weight in self.model.named_parameters()}
        self.model.cast(torch.bfloat16 if on_gpu else torch.float32)
        if self.settings.dropout:
            self.model.dropout = torch.zeros((), device=self.device)
        self.losses = torch.compile(self.model.losses, dynamic=False) if on_gpu else self.model.losses
        self.as_stored = torch.compile(as_stored, dynamic=False) if on_gpu else as_stored
        query_key_value = (shape.hidden, shape.head, shape.head)
        self.optimizer = Optimizer(
            self.masters, query_key_value, self.settings.muon_lr, self.settings.adam_lr, self.settings.weight_decay
        )
        self.steps = self.settings.steps  # of the whole run
        self.step, self.seconds, self.totals = 0, 0.0, dict.fromkeys(curve.TOTALS, 0.0)
        self.counted = dict(self.totals)
        position = self._restore() if resumed else Position()
        seed, samples = start.seed(recipe.seed), self.settings.block_samples
        source = Source(sampler, tokenizer, seed, shape.context, samples, "train", ranks.rank, ranks.size)
        self.stream = RowStream(source, self.settings.processes, position, self.settings.max_reuse)
        if ranks.first:
            curve.cut(out, self.step)
            self.held_out = {name: self._held_out(sampler, tokenizer, split) for name, split in HELD_OUT.items()}
        self.stopped = False
        self._handlers = {number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)}

    def _held_out(self, sampler: Sampler, tokenizer: Path, split: "Split") -> Rows:
        recipe = self.recipe
        source = Source(sampler, tokenizer, recipe.seed, recipe.model.context, HELD_OUT_SAMPLES, split)
        with RowStream(source, self.settings.processes) as stream:
            return stream.take(self.settings.eval_rows)

    def __enter__(self) -> "Trainer":
        return self

    def __exit__(self, *_: object) -> None:
        self.stream.close()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def train(self, deadline: float | None, fit: bool = False) -> bool:
        """Trains to the last step: True; or saves and stops at `deadline` (of `time.monotonic`) or a signal: False.

        With `fit`, the run has as many steps as end before the deadline.
        """
        settings = self.settings
        started, begun = time.monotonic(), self.seconds
        saved = time.monotonic()
        window = saved, self.step  # what the speed is taken over: training alone
        pending: deque[Any] = deque()
        self._refresh()
        if self.start.directory and self.ranks.first and not curve.read(self.out):
            self._evaluate()
        while self.step < self.steps:
            late = deadline is not None and not fit and time.monotonic() >= deadline
            stop, save = self._agreed(self.stopped or late, time.monotonic() - saved > 60 * settings.save_minutes)
            if stop:
                break
            if save:
                self.save()
                saved = time.monotonic()
                window = saved, self.step
            losses, on_page = self._step(self.stream.take(self.rows))
            self.step += 1
            self._hold_back(pending)
            self.seconds = begun + time.monotonic() - started
            if self.step % settings.log_every == 0 or self.step == self.steps:
                speed = (self.step - window[1]) / (time.monotonic() - window[0])
                if fit and deadline is not None:
                    self.steps = self._fitting((deadline - time.monotonic()) * speed)
                self._log(losses, on_page, speed)
                window = time.monotonic(), self.step
            if self.step % settings.eval_every == 0 or self.step == self.steps:
                # Rounding may lead the copies apart, if two GPUs chose different kernels.
                self.ranks.same(self.masters.values())
                if self.ranks.first:
                    self._evaluate()
                window = time.monotonic(), self.step
        self.save()
        return self.step >= self.steps

    def figures(self) -> dict[str, Any]:
        """What the manifest says of the run."""
        validations = [line for line in curve.read(self.out) if "validation" in line]
        figures = {
            "parameters": sum(master.numel() for master in self.masters.values()),
            "steps": self.step,
            "tokens": self.step * self.settings.rows * self.recipe.model.context,
            "minutes": round(self.seconds / 60, 2),
            "device": torch.cuda.get_device_name() if self.device.type == "cuda" else "cpu",
            "processes": self.ranks.size,
        }
        figures |= {f"{name}_loss": validations[-1][name] for name in HELD_OUT}
        figures |= {name: round(total, 1) for name, total in self.counted.items()}
        if self.start.directory:
            figures |= {f"{name}_loss_before": validations[0][name] for name in HELD_OUT}
            figures["samples_seed"] = self.stream.source.seed
        return figures | self.start.before

    def rate(self, step: int) -> float:
        """The learning rates' factor at `step`: up, flat, and down to zero over the last part."""
        settings = self.settings
        return min(1.0, (step + 1) / settings.warmup, (self.steps - step) / (settings.decay * self.steps))

    def quantized(self, step: int) -> bool:
        return step >= round(self.steps * (1 - self.settings.quantized))

    def save(self) -> None:
        """Writes the checkpoint, whole or not at all, and the curve's picture. Raises `DataError` without room."""
        positions, self.counted = self.ranks.gather(self.stream.position), self._totals()
        if self.ranks.first:
            self._write(positions)
        self.ranks.wait()

    def _write(self, positions: list[Position]) -> None:
        tensors = {f"weight.{name}": master for name, master in self.masters.items()} | self.optimizer.state()
        state = {
            "step": self.step,
            "seconds": self.seconds,
            "positions": positions,
            "totals": self.counted,
            "recipe": self.recipe.model_dump(),
            "start": self.start.digest,
        }
        path, draft = self.out / CHECKPOINT, self.out / f".{CHECKPOINT}.draft"
        whole = {name: tensor.contiguous() for name, tensor in tensors.items()}
        with artifact.room_for(path):
            try:
                save_file(whole, draft, {"state": json.dumps(state)})
                with draft.open("rb") as file:
                    os.fsync(file.fileno())
                os.replace(draft, path)
            finally:
                draft.unlink(missing_ok=True)
            curve.draw(self.out)
        print(f"saved at step {self.step}", flush=True)

    def _restore(self) -> Position:
        with safe_open(self.out / CHECKPOINT, "pt") as file:
            state = json.loads(file.metadata()["state"])
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (no mapping)
        for part in ("tokenizer", "model", "seed"):
            if state["recipe"][part] != self.recipe.model_dump()[part]:
                raise DataError(f"{self.out} holds a run with another {part}", "give another --out or its recipe")
        self.start.check(self.out, state.get("start"))
        if len(state["positions"]) != self.ranks.size:
            raise DataError(
                f"{self.out} holds a run of {len(state['positions'])} processes, not {self.ranks.size}",
                "start as many: accelerate launch --multi_gpu --num_processes N -m htmlbuilder pretrain …",
            )
        for name, master in self.masters.items():
            master.copy_(tensors[f"weight.{name}"])
        self.optimizer.restore(tensors)
        self.step, self.seconds = state["step"], state["seconds"]
        if self.ranks.first:
            self.totals |= state["totals"]
            print(f"resuming at step {self.step} of {self.steps}", flush=True)
        return Position(*state["positions"][self.ranks.rank])

    def _agreed(self, *flags: bool) -> tuple[bool, ...]:
        """What any process wants is done by all: asked at each step of one, and of several where they log."""
        if self.ranks.size > 1 and self.step % self.settings.log_every:
            return (False,) * len(flags)
        return self.ranks.any(*flags)

    def _fitting(self, left: float) -> int:
        """The steps of a run with so many `left`, as the first process reckons them."""
        return self.ranks.gather(self.step + max(0, int(left)))[0]

    def _totals(self) -> dict[str, float]:
        """What the streams of all processes counted, in this invocation and those before it."""
        own = [self.totals[name] + getattr(self.stream, name) for name in curve.TOTALS]
        return dict(zip(curve.TOTALS, map(sum, zip(*self.ranks.gather(own), strict=True)), strict=True))

    def _step(self, rows: Rows) -> tuple[Tensor, Tensor]:
        """One step; gives the losses of its last micro batch, and which of them belong to pages."""
        tokens = torch.from_numpy(rows.astype("int64"))
        weights, on_page = loss_weights(tokens, self.settings.prompt_weight, self.settings.changed_weight)
        tokens &= ~CHANGED
        total = self._placed(weights.sum())
        self.ranks.sum([total])
        self.model.zero_grad()
        if self.model.dropout is not None:
            # By the step, so that a resumed run drops what the other would have.
            torch.manual_seed(hash((self.recipe.seed, self.step, self.ranks.rank)))
            self.model.dropout.fill_(self.settings.dropout)
        for first in range(0, len(rows), self.micro_rows):
            losses = self._losses(tokens[first : first + self.micro_rows])
            weight = weights.view(len(rows), -1)[first : first + self.micro_rows].flatten()
            (losses @ (self._placed(weight) / total)).backward()  # type: ignore[no-untyped-call]
        gradients = {name: weight.grad for name, weight in self.model.named_parameters() if weight.grad is not None}
        self.ranks.sum(gradients.values())
        self.optimizer.step(gradients, self.rate(self.step))
        self._refresh()
        return losses.detach(), on_page[-len(losses) :]

    def _losses(self, tokens: Tensor) -> Tensor:
        on_gpu = self.device.type == "cuda"
        documents = bounds(tokens, self.documents) if on_gpu else document_mask(tokens)
        return self.losses(self._placed(tokens), self._placed(documents))

    def _placed(self, tensor: Tensor) -> Tensor:
        """On the device; from pinned memory, since a copy from elsewhere would wait for the GPU to catch up."""
        return tensor.pin_memory().to(self.device, non_blocking=True) if self.device.type == "cuda" else tensor

    @torch.no_grad()
    def _refresh(self) -> None:
        """Copies the masters into the model, as they will be stored when that part of the run has come."""
        quantized = self.quantized(self.step)
        for name, weight in self.model.named_parameters():
            master = self.masters[name]
            if quantized and weight.ndim == 2:
                master = self.as_stored(master, "word_embeddings" in name)
            weight.copy_(master)

    def _hold_back(self, pending: deque[Any]) -> None:
        if self.device.type != "cuda":
            return
        event = torch.cuda.Event()  # type: ignore[no-untyped-call]
        event.record()
        pending.append(event)
        if len(pending) > AHEAD:
            pending.popleft().synchronize()

    def _log(self, losses: Tensor, on_page: Tensor, speed: float) -> None:
        """Writes down where the run is, at `speed` steps a second."""
        page_loss = losses[on_page.to(self.device)].mean().item()
        if not math.isfinite(page_loss):
            raise ModelError(f"the loss is {page_loss} at step {self.step}", "lower the learning rates, start again")
        rate = speed * self.settings.rows * self.recipe.model.context
        totals = self._totals()
        if not self.ranks.first:
            return
        memory = torch.cuda.max_memory_allocated() / 2**30 if self.device.type == "cuda" else 0.0
        line = {"step": self.step, "loss": round(page_loss, 4), "rate": round(self.rate(self.step - 1), 4)}
        line |= {"tokens_per_second": round(rate), "seconds": round(self.seconds, 1), "memory_gib": round(memory, 1)}
        curve.append(self.out, line | {name: round(total, 1) for name, total in totals.items()})
        left = (self.steps - self.step) / speed / 60
        print(
            f"step {self.step}/{self.steps}  loss {page_loss:.4f}  {rate / 1000:.0f}k tokens/s"
            f"  {left:.1f} min left  waited {totals['waited']:.1f} s"
            f"  reused {totals['reused']:.0f}/{totals['fresh']:.0f} rows"
            f"  dropped {totals['dropped']:.0f} and failed {totals['failed']:.0f} of {totals['samples']:.0f}"
            f"  {memory:.1f} GiB",
            flush=True,
        )

    def _evaluate(self) -> None:
        """Mean page losses on the held-out rows. Gradients stay on, so that the compiled training graph serves."""
        if self.model.dropout is not None:
            self.model.dropout.zero_()
        found = {name: round(self._mean_loss(rows), 4) for name, rows in self.held_out.items()}
        curve.append(self.out, {"step": self.step} | found | {"quantized": self.quantized(self.step)})
        told = ", ".join(f"{HELD_OUT[name]} {loss:.4f}" for name, loss in found.items())
        print(f"step {self.step}  loss on {told}", flush=True)

    def _mean_loss(self, rows: Rows) -> float:
        total, count = 0.0, 0
        for tokens in torch.from_numpy(rows.astype("int64")).split(self.micro_rows):  # type: ignore[no-untyped-call]
            _, on_page = loss_weights(tokens, 0.0)
            losses = self._losses(tokens & ~CHANGED).detach()[on_page.to(self.device)]
            total, count = total + losses.sum().item(), count + len(losses)
        return total / count

    def _stop(self, *_: object) -> None:
        self.stopped = True


def as_stored(matrix: Tensor, embedding: bool) -> Tensor:
    """What the shipped file will hold of it: Q8_0 of the embedding, Q4_0 of the others."""
    return fake_quantize_q8_0(matrix) if embedding else fake_quantize_q4_0(matrix)
