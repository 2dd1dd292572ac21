"""The key-value header of a GGUF file, read without loading the model: context length, chat template, vocabulary.

Small enough to stand here: the `gguf` package does the same, but takes half a second to import and belongs to the
training half. Weights are read by llama.cpp, or by `gguf_model`.
"""

import struct
from pathlib import Path
from typing import BinaryIO

from htmlbuilder.errors import ModelError

Value = int | float | bool | str | list["Value"]

# The format's value types, by number: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
_SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
_STRING, _ARRAY = 8, 9
_CONTROL = 3  # the token type of `<|end|>` and its like


class Header(dict[str, Value]):
    """The keys of one file as they are spelled there, such as "general.name"."""

    def text(self, key: str) -> str:
        """The string at `key`, or "" where there is none."""
        value = self.get(key, "")
        return value if isinstance(value, str) else ""

    @property
    def context_length(self) -> int:
        """The number of tokens the model was made to read and write."""
        value = self.get(f"{self.text('general.architecture')}.context_length")
        if not isinstance(value, int) or value < 1:
            raise ModelError("the GGUF does not say how long its context is", "convert the model again")
        return value

    @property
    def special_tokens(self) -> tuple[str, ...]:
        """The tokens that steer the model and are no text, such as the one that ends a turn."""
        tokens, kinds = self.get("tokenizer.ggml.tokens"), self.get("tokenizer.ggml.token_type")
        if not isinstance(tokens, list) or not isinstance(kinds, list):
            return ()
        return tuple(str(token) for token, kind in zip(tokens, kinds, strict=False) if kind == _CONTROL)

    def token_id(self, token: str) -> int:
        """The id of a token of the vocabulary. Raises `ModelError` where it is none."""
        tokens = self.get("tokenizer.ggml.tokens")
        if not isinstance(tokens, list) or token not in tokens:
            raise ModelError(f"{token} is in the GGUF's chat template, but not in its vocabulary", "convert it again")
        return tokens.index(token)


def read_header(path: Path) -> Header:
    """Reads the header of the GGUF at `path`. Raises `ModelError` for a file that has none."""
    try:
        with path.open("rb") as file:
            magic, version, _, count = struct.unpack("<4sIQQ", file.read(24))
            if magic != b"GGUF" or version not in (2, 3):
                raise ValueError("it does not start as one")
            return Header((_string(file), _value(file, _number(file, "I"))) for _ in range(count))
    except (struct.error, ValueError, KeyError, OverflowError, MemoryError, RecursionError) as error:
        raise ModelError(f"{path} is not a whole GGUF file: {error}", "fetch or convert the model again") from None
    except OSError as error:
        raise ModelError(f"cannot read {path}: {error.strerror}", "check the path and its permissions") from None


def _number(file: BinaryIO, form: str) -> int:
    size = struct.calcsize("<" + form)
    value: int = struct.unpack("<" + form, file.read(size))[0]
    return value


def _string(file: BinaryIO) -> str:
    size = _number(file, "Q")
    content = file.read(size)
    if len(content) < size:
        raise ValueError("it ends too soon")
    return content.decode(errors="replace")


def _value(file: BinaryIO, kind: int) -> Value:
    if kind == _STRING:
        return _string(file)
    if kind != _ARRAY:
        return _number(file, _SCALARS[kind])
    inner, count = _number(file, "I"), _number(file, "Q")
    if inner in (_STRING, _ARRAY):
        return [_value(file, inner) for _ in range(count)]
    return list(struct.unpack(f"<{count}{_SCALARS[inner]}", file.read(count * struct.calcsize(_SCALARS[inner]))))
