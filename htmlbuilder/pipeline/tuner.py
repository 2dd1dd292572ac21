"""The loop of a fine-tune: steps, validation, checkpoints; it stops early or at a signal, and resumes.

It is a loop of our own, since the stock ones keep the logits of whole rows, spoil the weights of a 4-bit base on a CPU
as they validate, and can leave half a checkpoint. Everything that is drawn is drawn anew from the seed and the step's
number, so that number and the tensors are all there is to save.
"""

import json
import math
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import Manifest, read
from htmlbuilder.pipeline import artifact, curve, qlora, rows
from htmlbuilder.pipeline.ranks import Ranks

if TYPE_CHECKING:
    from transformers import PreTrainedModel

    from htmlbuilder.pipeline.finetune import Recipe

CHECKPOINT, TENSORS, STATE = "checkpoint", "state.safetensors", "state.json"


class Tuner:
    """One fine-tune in the run directory `out`. A context manager: leaving it gives the signals back.

    The curve is written to `board`, too, if there is one, for TensorBoard.
    """

    def __init__(
        self,
        recipe: "Recipe",
        out: Path,
        model: "PreTrainedModel",
        examples: dict[str, list[rows.Example]],
        parents: dict[str, str],
        ranks: Ranks | None = None,
        board: Path | None = None,
    ) -> None:
        self.recipe, self.out, self.model, self.parents = recipe, out, model, parents
        self.ranks = ranks or Ranks()
        self.precision = recipe.dtype
        self.on_gpu = model.device.type == "cuda"
        self.trained = {name: weight for name, weight in model.named_parameters() if weight.requires_grad}
        self.packs = qlora.isolates(model, self.precision)
        if not self.packs:
            print("this model lets packed documents see each other: every example gets a row of its own", flush=True)
        self.train, self.validation = examples["train"], examples["validation"]
        self.plan = [row for number in range(recipe.epochs) for row in self._steps_of(number)]
        held_out = rows.epoch(self.validation, recipe.context, self.packs, (recipe.seed, 0))[: recipe.eval_rows]
        self.held_out = held_out
        self.optimizer = self._optimizer()
        self.scaler = torch.amp.GradScaler(model.device.type, enabled=self.precision == torch.float16)
        self.step, self.seconds, self.micro_rows = 0, 0.0, recipe.micro_rows
        self.best, self.best_step, self.best_loss, self.first_loss = self._copy(), 0, math.inf, math.inf
        artifact.recover(out / CHECKPOINT)
        if (out / CHECKPOINT).exists():
            self._restore()
        self.ranks.same(weight.data for weight in self.trained.values())
        if self.ranks.first:
            curve.cut(out, self.step if self.best_loss < math.inf else -1)
        writing = self.ranks.first and board is not None
        # what a run that was killed told after this step is told again
        self.board = curve.board()(str(board), purge_step=self.step + 1, flush_secs=10) if writing else None
        self.stopped = False
        self._handlers = {number: signal.signal(number, self._stop) for number in (signal.SIGINT, signal.SIGTERM)}

    def __enter__(self) -> "Tuner":
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        if self.board:
            self.board.close()

    def run(self) -> bool:
        """Trains until the plan, the time or patience ends, and leaves the best adapter in the model: True.

        At a signal it saves and stops: False.
        """
        started, begun, saved = time.monotonic(), self.seconds, time.monotonic()
        self.model.train()
        if self.best_loss == math.inf:
            self._validate()
        while not self.finished:
            before = time.monotonic()
            loss = self.learn(self.plan[self.step])
            self.step += 1
            self.seconds = self.ranks.gather(begun + time.monotonic() - started)[0]
            self._log(loss, time.monotonic() - before)
            if self.step % self.recipe.eval_every == 0 or self.spent:
                self._validate()
            late = time.monotonic() - saved > 60 * self.recipe.save_minutes
            self.stopped, late = self.ranks.any(self.stopped, late)
            if self.stopped or late:
                self.save()
                saved = time.monotonic()
            if self.stopped:
                return False
        self.save()
        with torch.no_grad():
            for name, weight in self.trained.items():
                weight.copy_(self.best[name])
        return True

    @property
    def finished(self) -> bool:
        """Whether the plan or the time is spent, or validation has not improved for `patience` evaluations."""
        waited = (self.step - self.best_step) // self.recipe.eval_every
        return self.spent or waited >= self.recipe.patience

    @property
    def spent(self) -> bool:
        """Whether all steps are done, or all minutes used."""
        out_of_time = bool(self.recipe.minutes) and self.seconds >= 60 * self.recipe.minutes
        return out_of_time or self.step >= len(self.plan)

    @property
    def length(self) -> int:
        """Steps in all: the plan's, or as many as the minutes allow at the pace so far."""
        if not self.recipe.minutes or not self.step:
            return len(self.plan)
        return min(len(self.plan), max(self.step + 1, round(self.step * 60 * self.recipe.minutes / self.seconds)))

    def figures(self) -> dict[str, Any]:
        """What the manifest says of the run."""
        return {
            "trained_parameters": sum(weight.numel() for weight in self.trained.values()),
            "examples": len(self.train),
            "steps": self.step,
            "best_step": self.best_step,
            "validation_loss_before": self.first_loss,
            "validation_loss": self.best_loss,
            "packed": self.packs,
            "micro_rows": self.micro_rows,
            "minutes": round(self.seconds / 60, 2),
            "device": torch.cuda.get_device_name() if self.on_gpu else "cpu",
            "memory_gib": self._memory(),
        }

    def rate(self, step: int) -> float:
        """The learning rate's factor: up over the first part of all steps, then down to zero."""
        length = self.length
        warmup = max(1, round(self.recipe.warmup * length))
        return min((step + 1) / warmup, (length - step) / max(1, length - warmup), 1.0)

    def learn(self, chosen: list[rows.Row]) -> float:
        """One step over `chosen` rows: the loss. When memory runs out, it is made again in smaller parts."""
        while True:
            failed = False
            try:
                loss = self._gradients(chosen)
            except torch.OutOfMemoryError:
                failed = True
            (failed,) = self.ranks.any(failed)
            if not failed:
                break
            if self.micro_rows == 1:
                raise ModelError(
                    f"a single row of {self.recipe.context} tokens does not fit in memory", "lower --context or --rank"
                )
            # here, where nothing holds the failed pass any more
            self.micro_rows = (self.micro_rows + 1) // 2
            self.optimizer.zero_grad()
            if self.on_gpu:
                torch.cuda.empty_cache()
            print(f"out of memory: {self.micro_rows} rows at once from here on, the same batch a step", flush=True)
        (loss,) = self._summed(loss)
        if not math.isfinite(loss):
            raise ModelError(f"the loss is {loss} at step {self.step}", "lower --lr, and start anew")
        if self.ranks.size > 1:
            for weight in self.trained.values():
                weight.grad = torch.zeros_like(weight) if weight.grad is None else weight.grad
            self.ranks.sum(weight.grad for weight in self.trained.values() if weight.grad is not None)
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.lr * self.rate(self.step)
        self.scaler.unscale_(self.optimizer)
        nn.utils.clip_grad_norm_(self.trained.values(), self.recipe.clip)
        self.scaler.step(self.optimizer)
        self.scaler.update()
        self.optimizer.zero_grad()
        return loss

    def save(self) -> None:
        """Writes the checkpoint, whole or not at all. Raises `DataError` when it cannot; the former one is intact."""
        if not self.ranks.first:
            return
        tensors: dict[str, Tensor] = {f"adapter.{name}": weight for name, weight in self.trained.items()}
        tensors |= {f"best.{name}": weight for name, weight in self.best.items()}
        numbers: dict[str, dict[str, Any]] = {}
        for index, weight in enumerate(self.trained.values()):
            for key, value in self.optimizer.state[weight].items():
                if isinstance(value, Tensor):
                    tensors[f"optimizer.{index}.{key}"] = value
                else:
                    numbers.setdefault(str(index), {})[key] = value
        names = ("step", "seconds", "micro_rows", "best_step", "best_loss", "first_loss")
        state = {name: getattr(self, name) for name in names}
        state |= {"optimizer": numbers, "scaler": self.scaler.state_dict()}
        saved = {name: tensor.detach().cpu().clone() for name, tensor in tensors.items()}
        settings = self.recipe.model_dump(mode="json")
        with artifact.room_for(self.out / CHECKPOINT), artifact.writing(self.out / CHECKPOINT) as draft:
            save_file(saved, draft.directory / TENSORS)
            (draft.directory / STATE).write_text(json.dumps(state), encoding="utf-8")
            draft.seal(Manifest(stage=CHECKPOINT, parents=self.parents, settings=settings))
        print(f"saved at step {self.step}", flush=True)

    def _restore(self) -> None:
        path = self.out / CHECKPOINT
        artifact.source_digest(path)
        manifest = read(path)
        asked = {"settings": self.recipe.model_dump(mode="json"), "parents": self.parents}
        for part, wanted in asked.items():
            found = getattr(manifest, part)
            other = [name for name in wanted if found.get(name) != wanted[name]]
            if other:
                raise DataError(
                    f"{self.out} holds a run with another {other[0]}",
                    f"give its own, or remove {self.out} to start anew",
                )
        state = json.loads((path / STATE).read_text("utf-8"))
        tensors = load_file(path / TENSORS, device=str(self.model.device))
        with torch.no_grad():
            for name, weight in self.trained.items():
                weight.copy_(tensors[f"adapter.{name}"])
        self.best = {name: tensors[f"best.{name}"].cpu() for name in self.trained}
        entries: dict[int, dict[str, Any]] = {int(index): entry for index, entry in state.pop("optimizer").items()}
        for name, tensor in tensors.items():
            if name.startswith("optimizer."):
                _, index, key = name.split(".")
                entries.setdefault(int(index), {})[key] = tensor
        self.optimizer.load_state_dict({**self.optimizer.state_dict(), "state": entries})
        self.scaler.load_state_dict(state.pop("scaler"))
        for name, value in state.items():
            setattr(self, name, value)
        print(f"resuming at step {self.step} of {len(self.plan)}", flush=True)

    def _gradients(self, chosen: list[rows.Row]) -> float:
        """The loss of this process's part of `chosen`, over the page tokens of all of it, and its gradients."""
        drawn = (self.recipe.seed, self.step, *([self.ranks.rank] if self.ranks.rank else []))
        torch.manual_seed(int(np.random.SeedSequence(drawn).generate_state(1)[0]))
        mine = self._mine(chosen)
        parts = [mine[first : first + self.micro_rows] for first in range(0, len(mine), self.micro_rows)]
        examples = [self.train[number] for row in chosen for number in row]
        count = sum(len(example.tokens) - example.prompt for example in examples)
        total = 0.0
        for batch in (rows.batch(self.train, part) for part in parts):
            with qlora.apart(self.model, batch):
                loss = qlora.page_losses(self.model, batch, self.precision).sum() / count
                self.scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
            total += loss.item()
        return total

    def _mine(self, chosen: list[rows.Row]) -> list[rows.Row]:
        """The rows of this process: no two have the same."""
        return chosen[self.ranks.rank :: self.ranks.size]

    def _summed(self, *numbers: float) -> list[float]:
        """Each number, summed over all processes."""
        total = torch.tensor(numbers, dtype=torch.float64, device=self.ranks.device)
        self.ranks.sum([total])
        found: list[float] = total.tolist()
        return found

    def _validate(self) -> None:
        """Mean loss on the held-out rows; keeps the adapter when it is the best so far."""
        total, count = 0.0, 0
        mine = self._mine(self.held_out)
        for first in range(0, len(mine), self.micro_rows):
            batch = rows.batch(self.validation, mine[first : first + self.micro_rows])
            with qlora.undisturbed(self.model), qlora.apart(self.model, batch):
                losses = qlora.page_losses(self.model, batch, self.precision)
            total, count = total + losses.double().sum().item(), count + len(losses)
        total, tokens = self._summed(total, count)
        found = total / tokens
        if self.ranks.first:
            self._tell({"validation": found})
            curve.draw(self.out)
            print(f"step {self.step}  validation loss {found:.4f}", flush=True)
        if self.step == 0:
            self.first_loss = found
        if found < self.best_loss:
            self.best, self.best_step, self.best_loss = self._copy(), self.step, found

    def _optimizer(self) -> torch.optim.Optimizer:
        return adamw(self.recipe, list(self.trained.values()))

    def _steps_of(self, number: int) -> list[list[rows.Row]]:
        drawn = rows.epoch(self.train, self.recipe.context, self.packs, (self.recipe.seed, number))
        return [drawn[first : first + self.recipe.rows] for first in range(0, len(drawn), self.recipe.rows)]

    def _copy(self) -> dict[str, Tensor]:
        return {name: weight.detach().cpu().clone() for name, weight in self.trained.items()}

    def _memory(self) -> float:
        return round(torch.cuda.max_memory_allocated() / 2**30, 2) if self.on_gpu else 0.0

    def _log(self, loss: float, seconds: float) -> None:
        if not self.ranks.first:
            return
        tokens = sum(len(self.train[number].tokens) for row in self.plan[self.step - 1] for number in row)
        line = {"loss": loss, "rate": self.rate(self.step - 1), "tokens": tokens}
        line |= {"tokens_per_second": round(tokens / seconds), "seconds": round(self.seconds, 1)}
        self._tell(line | {"memory_gib": self._memory()})
        left = (self.length - self.step) * self.seconds / self.step / 60
        print(
            f"step {self.step}/{self.length}  loss {loss:.4f}  {tokens / seconds:.0f} tokens/s"
            f"  {self._memory():.1f} GiB  {left:.1f} min left",
            flush=True,
        )

    def _tell(self, line: dict[str, float]) -> None:
        """Adds a line to the curve."""
        curve.append(self.out, {"step": self.step, **line})
        if self.board:
            for key, value in line.items():
                self.board.add_scalar(key, value, self.step)

    def _stop(self, *_: object) -> None:
        self.stopped = True


def adamw(recipe: "Recipe", weights: list[nn.Parameter]) -> torch.optim.Optimizer:
    """AdamW over `weights`, with its state in 8 bits on a GPU."""
    kind: Any = torch.optim.AdamW
    if weights[0].is_cuda:
        from bitsandbytes.optim import AdamW8bit as kind  # type: ignore[attr-defined]
    optimizer: torch.optim.Optimizer = kind(weights, lr=recipe.lr, weight_decay=recipe.weight_decay)
    return optimizer
