"""Every knob, typed and documented. The only reader of the environment.

A field named `queue_size` is set by `HTMLBUILDER_QUEUE_SIZE`; command-line flags override it.
"""

import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

from htmlbuilder.errors import InvalidRequest

PREFIX = "HTMLBUILDER_"
EMBEDDED_MODEL = Path(__file__).parent / "models" / "embedded"


class Settings(BaseModel):
    """The settings of one process. Raises `InvalidRequest` for a value out of range."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    model: str = Field("", description="a model directory, a hub id, or a server's URL; empty: the embedded model")
    remote_model: str = Field("", description="with a URL: which of the server's models; empty: its first")
    api_key: SecretStr = Field(SecretStr(""), description="with a URL: the bearer token sent to that server")
    quantize: Literal["none", "nf4"] = Field(
        "none", description="transformers models: load as they are, or in 4-bit NF4"
    )
    template: str = Field("", description="the prompt preset of a model that has no chat template of its own")
    host: str = Field("127.0.0.1", description="the address to listen on")
    port: int = Field(7860, ge=0, le=65535, description="the port to listen on; 0: any free one")
    allowed_hosts: tuple[str, ...] = Field((), description="extra Host names to answer, comma separated; * answers all")
    cors_origins: tuple[str, ...] = Field((), description="origins whose pages may call the API, comma separated")
    space_host: str = Field(
        "", description="the host name of the Hugging Face Space this runs in; the Space sets SPACE_HOST itself"
    )
    slots: int = Field(4, ge=1, le=64, description="requests generated at the same time")
    threads: int = Field(2, ge=1, le=256, description="CPU threads of the llama.cpp engine")
    queue_size: int = Field(32, ge=0, le=10_000, description="requests that may wait for a slot")
    deadline: float = Field(120.0, gt=0, le=3600, description="seconds a request may take, waiting included")
    max_body: int = Field(262_144, ge=1024, description="largest request body, in bytes")

    @classmethod
    def load(cls, **flags: object) -> "Settings":
        """Reads the environment, then `flags` (those that are None are left out)."""
        values: dict[str, object] = {}
        for name in cls.model_fields:
            raw = os.environ.get(PREFIX + name.upper())
            if raw:
                values[name] = _names(raw) if name in ("allowed_hosts", "cors_origins") else raw
        if os.environ.get("SPACE_HOST"):  # a Space's proxy reaches the app from outside the container
            values = {"space_host": os.environ["SPACE_HOST"], "host": "0.0.0.0", **values}
        values |= {name: value for name, value in flags.items() if value is not None}
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise InvalidRequest(
                f"setting {name}: {first['msg']}", f"it is read from {PREFIX}{name.upper()} or its flag"
            ) from None


def _names(raw: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in raw.split(",") if part.strip())
