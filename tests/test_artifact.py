"""Model directories appear whole or not at all, whenever the writer dies."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from htmlbuilder import manifest
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import Manifest
from htmlbuilder.pipeline import artifact

# Writes the directory argv[1] anew, and dies by SIGKILL before the call number argv[2] of those that change the disk.
VICTIM = """
import os, shutil, signal, sys
from pathlib import Path
from tests.test_artifact import write

left = int(sys.argv[2])

def dying(call):
    def counted(*args, **kwargs):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*args, **kwargs)
    return counted

for name in ("rename", "replace", "fsync", "unlink", "rmdir"):
    setattr(os, name, dying(getattr(os, name)))
write(Path(sys.argv[1]), "new")
"""


def write(target: Path, text: str) -> Manifest:
    with artifact.writing(target) as draft:
        (draft.directory / "a.txt").write_text(text)
        (draft.directory / "sub").mkdir()
        (draft.directory / "sub" / "b.txt").write_text(text * 1_000)
        return draft.seal(Manifest(stage="test"))


def test_a_directory_is_made_and_replaced(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "model"
    assert write(target, "old").digest == manifest.verify(target)
    assert write(target, "new").digest == manifest.verify(target)
    assert (target / "a.txt").read_text() == "new"
    assert list(target.parent.iterdir()) == [target]


def test_a_failed_stage_leaves_the_old_directory(tmp_path: Path) -> None:
    old = write(tmp_path / "model", "old")
    with pytest.raises(ZeroDivisionError), artifact.writing(tmp_path / "model") as draft:
        (draft.directory / "a.txt").write_text("new")
        raise ZeroDivisionError
    with pytest.raises(RuntimeError, match="not sealed"), artifact.writing(tmp_path / "model"):
        pass
    assert manifest.verify(tmp_path / "model") == old.digest
    assert list(tmp_path.iterdir()) == [tmp_path / "model"]


@pytest.mark.parametrize("content", ['{"manifest_version": 3}', "", None])
def test_what_no_stage_has_written_is_left_alone(tmp_path: Path, content: str | None) -> None:
    """Others call a file manifest.json too."""
    target = tmp_path / "mine"
    target.mkdir()
    assert write(target, "new").digest == manifest.verify(target), "nothing is lost with an empty directory"
    if content is None:
        (target / "manifest.json").unlink()
    else:
        (target / "manifest.json").write_text(content)
    with pytest.raises(DataError, match="mine holds something else"):
        write(target, "newer")
    assert (target / "a.txt").read_text() == "new"


@pytest.mark.parametrize("replaces", [False, True])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path, replaces: bool) -> None:
    new = write(tmp_path / "wanted", "new").digest
    target = tmp_path / "room" / "model"
    outcomes = []
    for calls in range(100):
        old = write(target, "old").digest if replaces else None
        victim = subprocess.run([sys.executable, "-c", VICTIM, target, str(calls)], cwd=Path(__file__).parents[1])
        if victim.returncode == 0:
            break
        assert victim.returncode == -signal.SIGKILL
        artifact.recover(target)
        outcomes.append(manifest.verify(target) if replaces or target.exists() else None)
        assert outcomes[-1] in (old, new)
        assert write(target, "old").digest == manifest.verify(target), "the next writer gets through"
        assert list(target.parent.iterdir()) == [target], "and sweeps what the dead one left"
        if not replaces:
            target.rename(tmp_path / f"done-{calls}")
    assert manifest.verify(target) == new
    assert {old, new} == set(outcomes), "some kills came before the replacement and some after it"


def test_a_live_writer_is_not_swept(tmp_path: Path) -> None:
    with artifact.writing(tmp_path / "model") as slow:
        (slow.directory / "a.txt").write_text("slow")
        write(tmp_path / "model", "quick")
        last = slow.seal(Manifest(stage="slow"))
    assert manifest.verify(tmp_path / "model") == last.digest


def test_a_damaged_source_is_refused(tmp_path: Path) -> None:
    digest = write(tmp_path / "model", "old").digest
    assert artifact.source_digest(tmp_path / "model") == digest
    os.rename(tmp_path / "model", tmp_path / ".model.old")
    assert artifact.source_digest(tmp_path / "model") == digest, "a replacement cut short is undone first"
    (tmp_path / "model" / "a.txt").write_text("bad")
    with pytest.raises(ModelError, match="has changed"):
        artifact.source_digest(tmp_path / "model")
