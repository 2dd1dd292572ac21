"""Model directories that appear whole or not at all.

A stage fills a draft beside its target and seals it; then the draft is renamed into place. A kill at any moment leaves
the old directory or the new one complete: between the two renames the old one stands aside, and `recover` brings it
back. Drafts that a kill left behind are swept by the next writer. What a manifest says is `htmlbuilder.manifest`'s.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from htmlbuilder import manifest as manifests
from htmlbuilder.errors import DataError, ModelError
from htmlbuilder.manifest import Manifest


@contextmanager
def room_for(target: Path) -> Iterator[None]:
    """Turns what is said where there is no room, by Python or by safetensors, into a `DataError`."""
    from safetensors import SafetensorError

    try:
        yield
    except (OSError, SafetensorError) as error:
        raise DataError(f"{target} cannot be written: {error}", "make room, and give the same command again") from None


@dataclass(slots=True)
class Draft:
    """A directory in the making. Write into `directory`, then `seal` it."""

    directory: Path
    sealed: bool = False

    def seal(self, manifest: Manifest) -> Manifest:
        """Syncs every file, then writes the manifest, last of all; returns it with its table of files."""
        for path in self.directory.rglob("*"):
            _sync(path)
        manifest = manifests.write(self.directory, manifest)
        _sync(self.directory)
        self.sealed = True
        return manifest


@contextmanager
def writing(target: Path) -> Iterator[Draft]:
    """A draft that replaces `target` when the block ends well, and vanishes when it raises.

    Raises `DataError` for a `target` that is something else (see `check_target`), and `RuntimeError` for a draft that
    was never sealed.
    """
    target = target.absolute()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _locked(target.parent):
        _recover(target)
        check_target(target)
        _sweep(target)
        directory = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".draft", dir=target.parent))
        directory.chmod(0o755)
        alive = os.open(directory, os.O_RDONLY)
        fcntl.flock(alive, fcntl.LOCK_EX)
    try:
        draft = Draft(directory)
        yield draft
        if not draft.sealed:
            raise RuntimeError(f"the draft of {target} was not sealed")
        with _locked(target.parent):
            _put_in_place(directory, target)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
        os.close(alive)


def check_target(target: Path) -> None:
    """Raises `DataError` where `target` holds anything but what a stage has written, which would be lost."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    try:
        manifests.read(target)
    except ModelError:
        raise DataError(f"{target} holds something else, which would be lost", "name a new directory") from None


def recover(target: Path) -> None:
    """Ends a replacement of `target` that a kill cut short: brings the old directory back, or clears it away."""
    target = target.absolute()
    if _aside(target).exists():
        with _locked(target.parent):
            _recover(target)


def neighbours(room: Path) -> dict[str, Path]:
    """What stages have written in `room`: digest -> directory."""
    found = {}
    for path in sorted(room.glob(f"*/{manifests.FILE_NAME}")):
        try:
            found[manifests.read(path.parent).digest] = path.parent
        except ModelError:  # somebody else's, or damaged: no ancestor of anything
            continue
    return found


def source_digest(source: Path) -> str:
    """Checks the model directory a stage starts from, and returns its digest, to be named as a parent."""
    recover(source)
    return manifests.verify(source)


def _put_in_place(directory: Path, target: Path) -> None:
    if target.exists():
        os.rename(target, _aside(target))
    os.rename(directory, target)
    _sync(target.parent)
    shutil.rmtree(_aside(target), ignore_errors=True)


def _recover(target: Path) -> None:
    aside = _aside(target)
    if aside.exists() and not target.exists():
        os.rename(aside, target)
        _sync(target.parent)
    shutil.rmtree(aside, ignore_errors=True)


def _sweep(target: Path) -> None:
    """Removes the drafts of dead writers: a live one holds a lock on its draft."""
    for draft in target.parent.glob(f".{target.name}.*.draft"):
        descriptor = os.open(draft, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(draft)
        except BlockingIOError:
            pass
        finally:
            os.close(descriptor)


def _aside(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


@contextmanager
def _locked(directory: Path) -> Iterator[None]:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
