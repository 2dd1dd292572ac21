"""What identifies a model's exact weights."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from htmlbuilder import manifest


def digest_of(directory: Path, weights: Iterable[Path]) -> str:
    """The digest of the manifest of `directory` where it has one, else that of the files `weights`, as "sha256:…".

    Raises `ModelError` where the manifest and the directory disagree. Reads every byte: a second or so a gigabyte.
    """
    if (directory / manifest.FILE_NAME).exists():
        return manifest.verify(directory)
    hashes = {file.name: _sha256(file) for file in weights}
    if len(hashes) == 1:
        return "sha256:" + next(iter(hashes.values()))
    table = "".join(f"{value}  {name}\n" for name, value in sorted(hashes.items()))  # as `sha256sum` prints it
    return "sha256:" + hashlib.sha256(table.encode()).hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
