"""Models from the Hugging Face hub, and what may be loaded at all: safetensors, and no code of the model's own.

Of GGUF models, those that were shipped by us are fetched: one file, and what stands beside it.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from htmlbuilder import manifest
from htmlbuilder.errors import ModelError, UpstreamError

PICKLES = (".bin", ".pt", ".pth", ".ckpt", ".pkl", ".h5", ".msgpack")
BASE = "base"  # of an adapter, the directory in its own that holds what it was trained on
SHIPPED = {"model.gguf", manifest.FILE_NAME}
DESCRIPTION = ["*.json", "*.jinja", "*.txt", "*.model", "*.sha256"]


def fetch(model: str) -> Path:
    """The directory of the hub's `model`, downloaded with a progress bar unless it is in the cache.

    Raises `UpstreamError` where the hub is out of reach; `ModelError` where it has no such model, and, before any
    weights are downloaded, where it may not be loaded.
    """
    import httpx2  # huggingface_hub's client
    from huggingface_hub import get_cached_repo_tree, snapshot_download
    from huggingface_hub.errors import (
        CachedRepoTreeNotFoundError,
        GatedRepoError,
        HFValidationError,
        LocalEntryNotFoundError,
        RepositoryNotFoundError,
    )

    try:
        directory = Path(snapshot_download(model, allow_patterns=DESCRIPTION))
        try:
            names = [file.path for file in get_cached_repo_tree(model)]
        except CachedRepoTreeNotFoundError:  # an older huggingface_hub has put it there, and the hub is out of reach
            names = [file.name for file in directory.iterdir()]
        ours = [f"*{suffix}" for suffix in manifest.PICTURES] if manifest.FILE_NAME in names else []  # it lists them
        if set(names) >= SHIPPED:
            return Path(snapshot_download(model, allow_patterns=[*DESCRIPTION, *SHIPPED, *ours]))
        within = f"{BASE}/" if is_unmerged(names) else ""
        parts = [name.removeprefix(within) for name in names if name.startswith(within)]
        check_files(model, parts, _config(directory / within))
        return Path(snapshot_download(model, allow_patterns=[*DESCRIPTION, "*.safetensors", *ours]))
    except GatedRepoError:
        raise ModelError(
            f"{model} asks its users to accept terms first", "accept them on its page, then: hf auth login"
        ) from None
    except RepositoryNotFoundError:
        raise ModelError(f"the hub has no public model {model}", "check its name, or log in: hf auth login") from None
    except (OSError, HFValidationError, httpx2.HTTPError) as error:
        kind = UpstreamError if isinstance(error, LocalEntryNotFoundError | httpx2.HTTPError) else ModelError
        raise kind(
            f"{model} is no directory here, and cannot be fetched from the hub: {error}",
            "check the path or the connection",
        ) from None


def is_unmerged(names: Iterable[str]) -> bool:
    """Whether these files are an adapter with the base it was trained on, which together are a model."""
    return {"adapter_config.json", "adapter_model.safetensors", f"{BASE}/config.json"} <= set(names)


@contextmanager
def refusals(repo: str) -> Iterator[None]:
    """Turns what the hub, or its client, says of an upload into an `UpstreamError`."""
    from huggingface_hub.errors import HTTPError, LocalTokenNotFoundError  # type: ignore[attr-defined]

    try:
        yield
    except LocalTokenNotFoundError:
        raise UpstreamError("you are not logged in to the hub", "hf auth login, or set HF_TOKEN") from None
    except (HTTPError, ValueError, RuntimeError, OSError) as error:  # a card, a chunk or a socket it does not like
        reason = f"{error} {error.__cause__ or ''}".strip()
        raise UpstreamError(
            f"the hub did not take {repo}: {reason}", "check the name and the rights of your token"
        ) from None


def check_loadable(directory: Path) -> None:
    """Raises `ModelError` for a directory that is no model, holds only pickles, or wants code of its own to run."""
    check_files(str(directory), [file.name for file in directory.iterdir()], _config(directory))


def check_files(model: str, names: Iterable[str], config: dict[str, Any]) -> None:
    """`check_loadable` for a `model` that has files of these `names` and this config.json."""
    names = {name for name in names if "/" not in name}
    if "adapter_config.json" in names and "config.json" not in names:
        raise ModelError(f"{model} is an adapter, not a whole model", _merge_hint(model))
    if "config.json" not in names:
        raise ModelError(
            f"{model} is not a model that transformers can load: it has no config.json", _gguf_hint(model, names)
        )
    _refuse_own_code(model, config)
    if any(name.endswith(".safetensors") for name in names):
        return
    if any(name.endswith(PICKLES) for name in names):
        raise ModelError(
            f"{model} has its weights as pickles only, which can run code when they are loaded", _convert_hint(model)
        )
    raise ModelError(f"{model} has no weights: there is no .safetensors file", _gguf_hint(model, names))


def _refuse_own_code(model: str, config: dict[str, Any]) -> None:
    from transformers import CONFIG_MAPPING

    kind = config.get("model_type")
    if kind in CONFIG_MAPPING:
        return  # transformers' own class is taken, whatever auto_map says
    if "auto_map" in config:
        raise ModelError(
            f"{model} wants to run code of its own, which is refused",
            "where llama.cpp knows the model, its script makes a file that needs none: "
            "python convert_hf_to_gguf.py DIRECTORY --outfile model.gguf",
        )
    raise ModelError(
        f"{model} is of the type {kind!r}, which this transformers does not know", "see whether a newer one does"
    )


def _merge_hint(model: str) -> str:
    return (
        "merge it into its base with peft, and give the new directory: python -c "
        '"from peft import AutoPeftModelForCausalLM as M; from transformers import AutoTokenizer as T; '
        f"m = M.from_pretrained('{model}'); m.merge_and_unload(safe_merge=True).save_pretrained('merged'); "
        "T.from_pretrained(m.peft_config['default'].base_model_name_or_path).save_pretrained('merged')\""
    )


def _convert_hint(model: str) -> str:
    classes = "AutoModelForCausalLM as M, AutoTokenizer as T"
    return (
        "convert them, on a machine you can spare, and give the new directory: python -c "
        f'"from transformers import {classes}; '
        f"M.from_pretrained('{model}', use_safetensors=False, dtype='auto').save_pretrained('converted'); "
        f"T.from_pretrained('{model}').save_pretrained('converted')\""
    )


def _gguf_hint(model: str, names: set[str]) -> str:
    files = sorted(name for name in names if name.endswith(".gguf"))
    if files:
        return f"download one of its GGUF files and give its path: hf download {model} {files[0]} --local-dir ."
    return "give a directory with config.json and .safetensors files, or with a .gguf"


def _config(directory: Path) -> dict[str, Any]:
    try:
        content = json.loads((directory / "config.json").read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ModelError(f"{directory / 'config.json'} is not JSON: {error}", "fetch or make the model again") from None
    if not isinstance(content, dict):
        raise ModelError(f"{directory / 'config.json'} is not a JSON object", "fetch or make the model again")
    return content
