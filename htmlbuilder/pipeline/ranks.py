"""The processes that train one model together, one for each GPU, and what they tell one another.

`accelerate launch --multi_gpu --num_processes N -m htmlbuilder finetune …` starts them, or `torchrun
--nproc_per_node N`. A process of its own is a group of one, to which nothing here costs anything. Every method is for
all to call at the same step, or each waits for the others.
"""

import os
from collections.abc import Iterable
from typing import Self, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor

from htmlbuilder.errors import DataError

SHARDED = ("ACCELERATE_USE_FSDP", "ACCELERATE_USE_DEEPSPEED", "ACCELERATE_USE_MEGATRON_LM")  # set by accelerate launch
T = TypeVar("T")


class Ranks:
    """This process's group. A context manager: leaving it ends the group, unless an error is on its way out.

    NCCL ends a group only once the others have come to its end too, and after an error they never do: they wait for
    this process in a step of theirs, and none would ever hear of the error. The process ends instead, and is heard.

    Raises `DataError` where the launcher was asked to spread one model over the processes. Each holds the whole: FSDP
    would have all make the same passes, and here one may have a row less, or halve its rows when memory runs out.
    4-bit weights stay whole under accelerate's FSDP2 as well, unless they are packed in floats.
    """

    def __init__(self) -> None:
        self.rank, self.size = 0, 1
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        if not dist.is_torchelastic_launched():
            return
        if any(os.environ.get(name) == "true" for name in SHARDED):
            raise DataError(
                "a model is not spread over GPUs: each holds the whole of it, and takes its part of a step's rows",
                "accelerate launch --multi_gpu, without --use_fsdp and the like; in 4 bits, a 7B takes 4 GiB",
            )
        if self.device.type == "cuda":
            self.device = torch.device("cuda", dist.get_node_local_rank())
            torch.cuda.set_device(self.device)
        dist.init_process_group("nccl" if self.device.type == "cuda" else "gloo")
        self.rank, self.size = dist.get_rank(), dist.get_world_size()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *_: object) -> None:
        if error is None and dist.is_initialized():
            dist.destroy_process_group()

    @property
    def first(self) -> bool:
        """Whether this is the one that prints and writes."""
        return self.rank == 0

    def wait(self) -> None:
        """Goes on once all have come here."""
        if self.size > 1:
            dist.barrier()

    def sum(self, tensors: Iterable[Tensor]) -> None:
        """Puts the sum over all processes into each tensor, in place and without waiting for the GPU."""
        if self.size > 1:
            for work in [dist.all_reduce(tensor, async_op=True) for tensor in tensors]:
                work.wait()

    def same(self, tensors: Iterable[Tensor]) -> None:
        """Gives all the first one's tensors, in place."""
        if self.size > 1:
            for tensor in tensors:
                dist.broadcast(tensor, 0)

    def any(self, *flags: bool) -> tuple[bool, ...]:
        """For each flag, whether it is true in some process."""
        if self.size == 1:
            return flags
        found = torch.tensor(flags, dtype=torch.int32, device=self.device)
        dist.all_reduce(found, dist.ReduceOp.MAX)
        return tuple(bool(flag) for flag in found.tolist())

    def gather(self, item: T) -> list[T]:
        """The items of all processes, in their order."""
        if self.size == 1:
            return [item]
        items: list[T | None] = [None] * self.size
        dist.all_gather_object(items, item)
        return items  # type: ignore[return-value]
