"""Engines: text in, text out, streamed. `open_engine` chooses the one a model needs."""

from pathlib import Path
from typing import TYPE_CHECKING

from htmlbuilder.errors import ModelError
from htmlbuilder.settings import EMBEDDED_MODEL, Settings

if TYPE_CHECKING:
    from htmlbuilder.engines.base import Engine


def open_engine(settings: Settings) -> "Engine":
    """Opens `settings.model`: nothing (the embedded model), a directory or a .gguf file, a hub id, or a server's URL.

    Raises `ModelError` or `UpstreamError` with what to do about it.
    """
    if settings.model.startswith(("http://", "https://")):
        from htmlbuilder.engines.remote import RemoteEngine

        return RemoteEngine(settings)
    path = Path(settings.model).expanduser() if settings.model else EMBEDDED_MODEL
    name = settings.model or path.name
    if not path.exists() and _is_hub_id(settings.model):
        from htmlbuilder.engines.hub import fetch

        path = fetch(settings.model)
    gguf = _gguf(path)
    if gguf and settings.quantize == "none":
        from htmlbuilder.engines.llama import LlamaEngine

        return LlamaEngine(gguf, settings)
    if not path.exists():
        raise ModelError(
            f"there is no model at {path}", "give a model directory, a hub id such as user/name, or a server's URL"
        )
    from htmlbuilder.engines.hf import HfEngine

    return HfEngine(path if path.is_dir() else path.parent, name, settings)


def _gguf(path: Path) -> Path | None:
    """The GGUF file that `path` is or holds; of one that was split, the first part. Raises `ModelError` for several."""
    if path.is_file():
        if path.suffix != ".gguf":
            raise ModelError(f"{path} is not a model", "give a .gguf file, or the directory of a model")
        return path
    found = sorted(path.glob("*.gguf"))
    if len(found) > 1 and "-00001-of-" not in found[0].name:
        raise ModelError(
            f"{path} holds several models: {', '.join(file.name for file in found)}", "give the path of one of them"
        )
    return found[0] if found else None


def _is_hub_id(model: str) -> bool:
    """`user/name`, and nothing that a path alone would start with."""
    parts = model.split("/")
    return len(parts) == 2 and all(parts) and not model.startswith((".", "~", "/")) and "\\" not in model
