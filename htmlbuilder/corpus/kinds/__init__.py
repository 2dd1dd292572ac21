"""The kinds of page the corpus teaches, one module a family. Each kind is a function from a `Draw` to a `Wish`."""

import pkgutil
from importlib import import_module


def load() -> None:
    """Imports every module of this room, which registers its kinds."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        import_module(f"{__name__}.{module.name}")
