"""The manifest of a model directory: what every file must hash to, and where the directory came from.

A directory without a manifest does not exist: the manifest is written last, and checked before anything else is read.
Making directories atomically is `pipeline.artifact`'s work.
"""

import hashlib
import json
import os
import platform
import tempfile
from importlib import metadata
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError, field_validator

from htmlbuilder import __version__
from htmlbuilder.errors import ModelError

FILE_NAME = "manifest.json"
SIDECAR = "manifest.sha256"  # of the manifest itself; one that is missing is not missed: older directories have none
CARD = "README.md"  # no loader reads it, so it may be rewritten
PICTURES = (".png", ".svg")  # the card's: checked like any file, but the model is the same without them


class FileEntry(BaseModel):
    """What one file must be: its SHA-256 in hexadecimal and its size in bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    bytes: int = Field(ge=0)


class Manifest(BaseModel):
    """The life of a model directory so far. `parents` maps a role ("checkpoint", "base", "adapter") to a digest."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    stage: str = Field(min_length=1, description="the pipeline stage that wrote the directory")
    htmlbuilder: str = Field(__version__, description="the version of htmlbuilder that wrote it")
    parents: dict[str, str] = Field({}, description="role -> digest of the model directory it was made from")
    settings: dict[str, JsonValue] = Field({}, description="what the stage was asked to do")
    versions: dict[str, str] = Field({}, description="the libraries that did it")
    figures: dict[str, JsonValue] = Field({}, description="what was measured while or after making it")
    files: dict[str, FileEntry] = Field({}, description="every file but this one, its sidecar and the model card")

    @field_validator("files")
    @classmethod
    def _stays_inside(cls, files: dict[str, FileEntry]) -> dict[str, FileEntry]:
        for name in files:
            path = PurePosixPath(name)
            if path.is_absolute() or ".." in path.parts or "\\" in name:
                raise ValueError(f"{name!r} points outside the directory")
        return files

    @property
    def digest(self) -> str:
        """`sha256:…` over the table of files: the same for the same model, whatever was measured since."""
        table = {name: entry.sha256 for name, entry in sorted(self.files.items()) if not name.endswith(PICTURES)}
        return "sha256:" + hashlib.sha256(json.dumps(table).encode()).hexdigest()


def versions_of(*packages: str) -> dict[str, str]:
    """The versions of Python and of the installed distributions `packages`, for a manifest."""
    return {"python": platform.python_version()} | {name: metadata.version(name) for name in packages}


def write(directory: Path, manifest: Manifest) -> Manifest:
    """Hashes the files that are in `directory` now, and writes the manifest with that table. Atomic and synced to disk.

    To add figures to a directory that already has a manifest, `verify` it first, or damage would be signed for.
    """
    files = {name: _entry(directory / name) for name in _names(directory)}
    manifest = manifest.model_copy(update={"files": files})
    text = manifest.model_dump_json(indent=2) + "\n"
    _put(directory / SIDECAR, hashlib.sha256(text.encode()).hexdigest() + "\n")
    _put(directory / FILE_NAME, text)
    return manifest


def read(directory: Path) -> Manifest:
    """The manifest of `directory`. Raises `ModelError` where there is none, or one that cannot be read."""
    path, sidecar = directory / FILE_NAME, directory / SIDECAR
    try:
        content = path.read_bytes()
        if sidecar.is_file() and sidecar.read_bytes() != hashlib.sha256(content).hexdigest().encode() + b"\n":
            raise ModelError(f"{path} is damaged, or {sidecar} is", "fetch or make the model again")
        return Manifest.model_validate_json(content)
    except (FileNotFoundError, NotADirectoryError):
        raise ModelError(f"{directory} is no model directory: it has no {FILE_NAME}", _absent_hint(directory)) from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ModelError(f"{path} is damaged: {where}: {first['msg']}", "fetch or make the model again") from None


def verify(directory: Path) -> str:
    """Hashes every file of the model and returns its digest.

    Raises `ModelError` naming the first file that is missing, truncated, changed, or there without being listed.
    """
    manifest = read(directory)
    hint = "fetch or make the model again"
    for name, entry in manifest.files.items():
        path = directory / name
        if not path.is_file():
            raise ModelError(f"the model is damaged: {path} is missing", hint)
        size = path.stat().st_size
        if size != entry.bytes:
            raise ModelError(f"the model is damaged: {path} has {size:,} bytes, not {entry.bytes:,}", hint)
        if _sha256(path) != entry.sha256:
            raise ModelError(f"the model is damaged: {path} has changed since it was made", hint)
    unlisted = [name for name in _names(directory) if name not in manifest.files and not name.endswith(PICTURES)]
    if unlisted:
        raise ModelError(
            f"the model is not as it was made: {directory / unlisted[0]} is not part of it", "move it away"
        )
    return manifest.digest


def _names(directory: Path) -> list[str]:
    """The files a manifest answers for, as sorted POSIX paths relative to `directory`; hidden ones are left out."""
    paths = [path.relative_to(directory) for path in directory.rglob("*") if path.is_file()]
    seen = [path for path in paths if not any(part.startswith(".") for part in path.parts)]
    return sorted({path.as_posix() for path in seen} - {FILE_NAME, SIDECAR, CARD})


def _put(path: Path, text: str) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _entry(path: Path) -> FileEntry:
    return FileEntry(sha256=_sha256(path), bytes=path.stat().st_size)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _absent_hint(directory: Path) -> str:
    aside = directory.with_name(f".{directory.name}.old")
    if aside.is_dir() and not directory.exists():
        return f"replacing it was cut short; bring the former one back with: mv {aside} {directory}"
    return "give the path of a model directory; one whose making was cut short must be made again"
