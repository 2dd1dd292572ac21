"""The optimizer of pretraining: Muon (Jordan et al. 2024) for matrices, AdamW for the embedding and the norms.

The weights it moves are fp32 masters, apart from the model's own, which may be bf16 or quantized copies of them. Fused
query, key and value are orthogonalised apart, and matrices of one shape together, in one batch.
"""

from collections import defaultdict
from collections.abc import Callable

import torch
from torch import Tensor

# Quintic Newton-Schulz coefficients that carry singular values into 0.7 to 1.2 in five steps (Jordan et al.).
COEFFICIENTS = (3.4445, -4.7750, 2.0315)
STEPS = 5


class Optimizer:
    """Moves `masters`, tensors by name, along the gradients given to `step`.

    `qkv` splits a fused projection: how many rows are queries, keys and values.
    """

    def __init__(
        self, masters: dict[str, Tensor], qkv: tuple[int, int, int], muon_lr: float, adam_lr: float, decay: float
    ) -> None:
        self.masters, self.decay, self.muon_lr, self.adam_lr = masters, decay, muon_lr, adam_lr
        self.qkv = qkv
        self.groups: defaultdict[tuple[int, int], list[tuple[str, slice]]] = defaultdict(list)
        for name, master in masters.items():
            if master.ndim == 2 and "word_embeddings" not in name:
                for rows in self._parts(name, master):
                    self.groups[(len(master[rows]), master.shape[1])].append((name, rows))
        like = next(iter(masters.values()))
        self.momenta = {shape: like.new_zeros(len(group), *shape) for shape, group in self.groups.items()}
        self.plain = {name: master for name, master in masters.items() if master.ndim == 1 or "word_embeddings" in name}
        self.adam = torch.optim.AdamW(
            self.plain.values(), lr=adam_lr, betas=(0.9, 0.95), eps=1e-10, weight_decay=0.0, fused=like.is_cuda
        )
        self.update: Callable[[Tensor, Tensor], Tensor] = muon_update
        if like.is_cuda:
            self.update = torch.compile(muon_update, dynamic=False)

    @torch.no_grad()
    def step(self, gradients: dict[str, Tensor], scale: float) -> None:
        """One step with both learning rates times `scale`."""
        for shape, group in self.groups.items():
            rate = scale * self.muon_lr
            stacked = torch.stack([gradients[name][rows] for name, rows in group])
            updates = self.update(stacked, self.momenta[shape])
            # A tall matrix moves further, so that its effect on the output is that of a square one.
            reach = rate * max(1.0, shape[0] / shape[1]) ** 0.5
            parts = [self.masters[name][rows] for name, rows in group]
            torch._foreach_mul_(parts, 1 - rate * self.decay)
            torch._foreach_add_(parts, list(updates), alpha=-reach)
        for name, master in self.plain.items():
            master.grad = gradients[name].float()
        for settings in self.adam.param_groups:
            settings["lr"] = scale * self.adam_lr
        self.adam.step()

    def state(self) -> dict[str, Tensor]:
        """Everything a resumed run needs, as tensors by name."""
        tensors = {f"momentum.{rows}x{columns}": momentum for (rows, columns), momentum in self.momenta.items()}
        for name, master in self.plain.items():
            tensors |= {f"adam.{key}.{name}": value for key, value in self.adam.state[master].items()}
        return tensors

    def restore(self, tensors: dict[str, Tensor]) -> None:
        for (rows, columns), momentum in self.momenta.items():
            momentum.copy_(tensors[f"momentum.{rows}x{columns}"])
        for name, master in self.plain.items():
            keys = ("step", "exp_avg", "exp_avg_sq")
            self.adam.state[master] = {key: tensors[f"adam.{key}.{name}"].to(master.device) for key in keys}

    def _parts(self, name: str, master: Tensor) -> list[slice]:
        if "query_key_value" not in name:
            return [slice(0, len(master))]
        query, key, value = self.qkv
        return [slice(0, query), slice(query, query + key), slice(query + key, query + key + value)]


def muon_update(gradients: Tensor, momenta: Tensor) -> Tensor:
    """Advances `momenta` in place; the orthogonalised Nesterov direction. All `(matrices, rows, columns)`."""
    gradients = gradients.float()
    momenta.lerp_(gradients, 0.05)
    return orthogonalize(gradients.lerp(momenta, 0.95))


def orthogonalize(matrices: Tensor) -> Tensor:
    """The nearest semi-orthogonal matrices, roughly: singular values near one. bf16 on a GPU, fp32 on a CPU."""
    x = matrices.to(torch.bfloat16) if matrices.is_cuda else matrices
    tall = x.shape[1] > x.shape[2]
    x = x.mT if tall else x
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    a, b, c = COEFFICIENTS
    for _ in range(STEPS):
        gram = x @ x.mT
        x = a * x + (b * gram + c * gram @ gram) @ x
    result: Tensor = (x.mT if tall else x).float()
    return result
