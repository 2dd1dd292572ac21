"""Holds the direction of imports: every module may look down, none up or sideways, and the heavy libraries wait."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEVELS = [
    {"", "errors", "settings"},  # "": the package itself, which holds the version
    {"prompt", "page", "checks", "manifest", "files", "flags"},
    {"wants"},
    {"engines", "corpus", "evaluation"},
    {"web", "pipeline"},
    {"cli", "__main__", "generate", "serve", "bench", "deploy", "app"},
]
LEVEL = {room: level for level, rooms in enumerate(LEVELS) for room in rooms}
ENTRIES = LEVELS[-1]

TRAINING = set("torch transformers peft accelerate bitsandbytes matplotlib gguf tokenizers safetensors".split())
HEAVY = TRAINING | {"gradio", "gradio_client", "huggingface_hub", "xllamacpp", "numpy", "pandas"}
STRANGERS = {
    "web": TRAINING,
    "engines": {"gradio", "starlette", "fastapi", "uvicorn"},
    "corpus": HEAVY - {"matplotlib", "tokenizers"},
}
SHAPES = {
    f"htmlbuilder.engines.{name}"
    for name in ("base", "batch", "best", "checkpoint", "digest", "gguf_model", "hub", "review")
}  # no engines


def violations(module: str, source: str) -> list[str]:
    """What is wrong with the imports of `module` (its dotted name), given its source."""
    found = ((name, _fault(module, _room(module), name, at_top)) for name, at_top in _imports(source))
    return [f"{module} imports {name}{fault}" for name, fault in found if fault]


def _fault(module: str, room: str, name: str, at_top: bool) -> str:
    library = name.partition(".")[0]
    if library != "htmlbuilder":
        if library in HEAVY and at_top and room != "pipeline":
            return " at its top; import it where it is used"
        return ", which is not its business" if library in STRANGERS.get(room, ()) else ""
    other = _room(name)
    if room == other or room in ENTRIES:
        return ""
    if LEVEL[other] >= LEVEL[room] and LEVEL[other] + LEVEL[room] > 0:
        return ", which is not below it"
    if (room, other) == ("web", "corpus"):
        return ": serving does not know the corpus"
    if (room, other) == ("pipeline", "engines") and name not in SHAPES and module != "htmlbuilder.pipeline.evaluate":
        return ": only pipeline.evaluate opens an engine"
    return ""


def _room(module: str) -> str:
    return module.removeprefix("htmlbuilder").lstrip(".").partition(".")[0]


def _imports(source: str) -> Iterator[tuple[str, bool]]:
    """Every imported module, and whether importing the source imports it. What only type checkers see is left out."""
    yield from _walk(ast.parse(source), at_top=True)


def _walk(node: ast.AST, at_top: bool) -> Iterator[tuple[str, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from ((alias.name, at_top) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0 and child.module, "imports are absolute"
            yield from ((name, at_top) for name in _modules(child.module, child.names))
        elif not (isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"):
            is_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            yield from _walk(child, at_top and not is_function)


def _modules(package: str, names: list[ast.alias]) -> list[str]:
    """`from htmlbuilder import checks` imports a module, `from htmlbuilder import __version__` a name in one."""
    folder = ROOT / package.replace(".", "/")
    if package.partition(".")[0] != "htmlbuilder" or not folder.is_dir():
        return [package]
    is_module = {alias.name: any(folder.glob(f"{alias.name}.py")) or (folder / alias.name).is_dir() for alias in names}
    return [f"{package}.{name}" if known else package for name, known in is_module.items()]


SOURCES = {"app": ROOT / "app.py"} | {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "htmlbuilder").rglob("*.py"))
}


@pytest.mark.parametrize("module", SOURCES)
def test_imports_point_down(module: str) -> None:
    assert _room(module) in LEVEL, f"{module} stands in no level: place its room in LEVELS"
    assert violations(module, SOURCES[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("htmlbuilder.errors", "from htmlbuilder import checks"),
        ("htmlbuilder.settings", "import htmlbuilder.engines.base"),
        ("htmlbuilder.checks", "from htmlbuilder.page import read_page"),
        ("htmlbuilder.engines.local", "from htmlbuilder import web"),
        ("htmlbuilder.engines.local", "from htmlbuilder.corpus import sample"),
        ("htmlbuilder.engines.local", "def load():\n    import gradio"),
        ("htmlbuilder.web.api", "from htmlbuilder.pipeline import quantize"),
        ("htmlbuilder.web.api", "def late():\n    from htmlbuilder.corpus import sample"),
        ("htmlbuilder.web.api", "def late():\n    import torch.nn"),
        ("htmlbuilder.web.studio", "import gradio as gr"),
        ("htmlbuilder.pipeline.merge", "from htmlbuilder.engines import open_engine"),
        ("htmlbuilder.pipeline.merge", "import htmlbuilder.cli"),
        ("htmlbuilder.checks", "try:\n    import torch\nexcept ImportError:\n    pass"),
        ("htmlbuilder.cli", "from transformers import AutoTokenizer"),
        ("htmlbuilder.generate", "class Lazy:\n    import torch"),
    ],
)
def test_a_planted_violation_is_found(module: str, source: str) -> None:
    assert len(violations(module, source)) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("htmlbuilder.manifest", "from htmlbuilder import __version__"),
        ("htmlbuilder.settings", "from htmlbuilder.errors import InvalidRequest"),
        ("htmlbuilder.web.studio", "def build():\n    import gradio"),
        ("htmlbuilder.engines.local", "if TYPE_CHECKING:\n    import torch"),
        ("htmlbuilder.pipeline.evaluate", "from htmlbuilder.engines import open_engine"),
        ("htmlbuilder.pipeline.quantize", "from htmlbuilder.engines.gguf_model import FILE_NAME"),
        ("htmlbuilder.pipeline.lean", "import torch"),
        ("htmlbuilder.bench", "from htmlbuilder.web.server import launch"),
    ],
)
def test_what_is_allowed_passes(module: str, source: str) -> None:
    assert violations(module, source) == []
