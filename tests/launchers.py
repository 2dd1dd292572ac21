"""What starts two processes, as on two GPUs: a launcher, and then `-m module …` or `script …`."""

import os
import subprocess
import sys
from pathlib import Path

ACCELERATE = [sys.executable, "-m", "accelerate.commands.accelerate_cli", "launch", "--multi_gpu", "--num_processes=2"]
ACCELERATE += ["--main_process_port=0"]
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node=2"]


def start(launcher: list[str], *command: object) -> subprocess.Popen[str]:
    """Starts `command` in two processes of one thread each; what they say and complain of comes together."""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1]), "OMP_NUM_THREADS": "1"}
    line = [*launcher, *map(str, command)]
    pipe, merged = subprocess.PIPE, subprocess.STDOUT
    return subprocess.Popen(line, env=environment, stdout=pipe, stderr=merged, text=True)


def end(started: subprocess.Popen[str], seconds: float = 120) -> str:
    """All that was said until it ended. Raises `TimeoutExpired` for what does not end, and ends it."""
    try:
        return started.communicate(timeout=seconds)[0]
    except subprocess.TimeoutExpired:
        started.terminate()  # the launcher ends the processes, each in a session of its own
        started.communicate(timeout=60)
        raise
