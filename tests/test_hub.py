"""Models from the hub: fetched, kept, and refused before their weights are downloaded. The hub is a stand-in."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from htmlbuilder import manifest
from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.hf import HfEngine
from htmlbuilder.engines.hub import check_loadable, fetch
from htmlbuilder.engines.llama import LlamaEngine
from htmlbuilder.errors import ModelError, UpstreamError
from htmlbuilder.settings import Settings
from tests.hub import Hub, standing_in

CONFIG = b'{"model_type": "falcon"}'


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with standing_in(monkeypatch, tmp_path / "cache") as server:
        yield server


def test_a_model_is_fetched_once_and_then_opens_without_the_hub(hub: Hub, toy_checkpoint: Path) -> None:
    hub.models["me/toy"] = {file.name: file.read_bytes() for file in toy_checkpoint.iterdir()}
    hub.models["me/toy"] |= {"pytorch_model.bin": b"a pickle", "onnx/model.onnx": b"x", "modeling_toy.py": b"raise"}
    settings = Settings(model="me/toy")
    engine = open_engine(settings)
    assert isinstance(engine, HfEngine) and engine.name == "me/toy" and engine.digest.startswith("sha256:")
    assert complete(engine, GenerateRequest(prompt="a page", max_new_tokens=3)).finish.tokens == 3
    engine.close()
    assert "model.safetensors" in hub.sent
    assert not {"pytorch_model.bin", "onnx/model.onnx", "modeling_toy.py"} & set(hub.sent)
    hub.sent.clear()
    fetch("me/toy")
    assert hub.sent == []
    hub.shutdown()
    hub.server_close()
    assert (fetch("me/toy") / "model.safetensors").is_file()


def test_a_shipped_gguf_is_fetched_and_runs_on_llama_cpp(hub: Hub, toy_model: Path) -> None:
    hub.models["me/toy"] = {file.name: file.read_bytes() for file in toy_model.iterdir()}
    engine = open_engine(Settings(model="me/toy"))
    assert isinstance(engine, LlamaEngine) and engine.digest == manifest.verify(toy_model)
    engine.close()


def test_an_adapter_is_fetched_with_its_base(hub: Hub, toy_checkpoint: Path) -> None:
    base = {f"base/{file.name}": file.read_bytes() for file in toy_checkpoint.iterdir()}
    adapter = {"adapter_config.json": b"{}", "adapter_model.safetensors": b"x"}
    hub.models["me/toy"] = base | adapter
    assert (fetch("me/toy") / "base" / "model.safetensors").is_file()
    hub.models["me/odd"] = base | adapter | {"base/config.json": b'{"model_type": "odd"}'}
    with pytest.raises(ModelError, match="of the type 'odd'"):
        fetch("me/odd")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"config.json": CONFIG, "pytorch_model.bin": b"x"}, "pickles only.*\n.*use_safetensors=False"),
        ({"config.json": CONFIG, "sub/model.safetensors": b"x", "model.pt": b"x"}, "pickles only"),
        ({"config.json": CONFIG}, "has no weights"),
        (
            {"config.json": b'{"model_type": "odd", "auto_map": {"AutoModel": "m.M"}}', "model.safetensors": b"x"},
            "code of its own, which is refused\n.*convert_hf_to_gguf.py",
        ),
        ({"config.json": b'{"model_type": "odd"}', "model.safetensors": b"x"}, "of the type 'odd'.*\n.*newer"),
        ({"config.json": b"{}", "model.safetensors": b"x"}, "of the type None"),
        ({"config.json": b"[1]", "model.safetensors": b"x"}, "not a JSON object"),
        ({"config.json": b"{", "model.safetensors": b"x"}, "is not JSON"),
        ({"adapter_config.json": b"{}", "adapter_model.safetensors": b"x"}, "an adapter.*\n.*merge_and_unload"),
        ({"b-Q4.gguf": b"x", "a-Q8.gguf": b"x"}, "no config.json\n.*hf download me/model a-Q8.gguf"),
        ({"README.md": b"x"}, "no config.json"),
    ],
)
def test_what_may_not_be_loaded_is_not_even_downloaded(
    hub: Hub, tmp_path: Path, files: dict[str, bytes], said: str
) -> None:
    hub.models["me/model"] = files
    with pytest.raises(ModelError, match=said):
        fetch("me/model")
    assert all(name.endswith(".json") for name in hub.sent)
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    with pytest.raises(ModelError, match=said.replace("me/model", ".*")):
        check_loadable(tmp_path)


def test_own_code_is_no_matter_where_transformers_knows_the_model(tmp_path: Path) -> None:
    """Falcon's first checkpoints name code of their own; transformers' own class is taken."""
    (tmp_path / "config.json").write_text('{"model_type": "falcon", "auto_map": {"AutoModel": "modeling_falcon.F"}}')
    (tmp_path / "model.safetensors").touch()
    check_loadable(tmp_path)


def test_what_cannot_be_had_says_why(hub: Hub, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.CRITICAL)
    with pytest.raises(ModelError, match="no public model me/none"):
        fetch("me/none")
    hub.models["me/gated"] = {"config.json": CONFIG, "model.safetensors": b"x"}
    hub.gated.add("me/gated")
    with pytest.raises(ModelError, match=r"accept terms first\n.*hf auth login"):
        fetch("me/gated")
    with pytest.raises(ModelError, match="cannot be fetched"):
        fetch("me/not a name?")
    hub.shutdown()
    hub.server_close()
    with pytest.raises(UpstreamError, match="me/away is no directory here, and cannot be fetched"):
        fetch("me/away")
