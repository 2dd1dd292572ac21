"""Command-line flags made from the fields of our models, so that a knob is described in one place."""

import argparse
from collections.abc import Callable, Iterable
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, SecretStr, ValidationError
from pydantic.fields import FieldInfo

from htmlbuilder.errors import InvalidRequest
from htmlbuilder.settings import PREFIX, Settings

Model = TypeVar("Model", bound=BaseModel)
ENGINE = ("model", "remote_model", "quantize", "template", "slots", "threads")
NUMBERS: dict[Any, Callable[[str], Any]] = {int: int, float: float}


def add_settings(parser: argparse.ArgumentParser, names: Iterable[str] = ENGINE) -> None:
    """A flag for each of the named settings. Secrets get none: flags are seen in the list of processes."""
    group = parser.add_argument_group("settings", f"each can also stand in the environment, as {PREFIX}MODEL and so on")
    for name in names:
        if Settings.model_fields[name].annotation is not SecretStr:
            _add(group, name, Settings.model_fields[name])


def settings(args: argparse.Namespace) -> Settings:
    """The settings of the environment, overridden by the flags. Raises `InvalidRequest` for a value out of range."""
    return Settings.load(**{name: value for name, value in vars(args).items() if name in Settings.model_fields})


def add_fields(parser: argparse.ArgumentParser, model: type[BaseModel], *names: str) -> None:
    """A flag for each of the named fields of `model`; without a name, for all of them. A flag not given is None."""
    for name in names or model.model_fields:
        _add(parser, name, model.model_fields[name])


def given(args: argparse.Namespace, model: type[BaseModel]) -> dict[str, Any]:
    """The fields of `model` that were given as flags."""
    values = {name: getattr(args, name, None) for name in model.model_fields}
    return {name: value for name, value in values.items() if value is not None}


def checked(model: type[Model], args: argparse.Namespace) -> Model:
    """`model` from the flags. Raises `InvalidRequest` for a value out of range."""
    try:
        return model.model_validate(given(args, model))
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidRequest(": ".join([*map(str, first["loc"]), first["msg"]]), "see --help") from None


def _add(group: "argparse._ActionsContainer", name: str, field: FieldInfo) -> None:
    kind: Callable[[str], Any] = NUMBERS.get(field.annotation, _names if field.default == () else str)
    default = "" if field.default in ("", ()) else f" (default: {field.default})"
    choices = get_args(field.annotation) if get_origin(field.annotation) is Literal else None
    group.add_argument(
        f"--{name.replace('_', '-')}",
        type=kind,
        choices=choices,
        metavar=None if choices else "N" if field.annotation in NUMBERS else "TEXT",
        help=f"{field.description}{default}".replace("%", "%%"),
    )


def _names(raw: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in raw.split(",") if part.strip())
