"""The transformers engine with a real, if senseless, model: streaming, NF4 in earnest, templates, and refusals."""

import importlib.util
import json
import pickle
import shlex
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from transformers import AutoTokenizer

from htmlbuilder import prompt
from htmlbuilder.engines import checkpoint, hf, open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.checkpoint import layers_4bit, load, load_model
from htmlbuilder.engines.hf import HfEngine
from htmlbuilder.errors import CannotEdit, ModelError, NotReady, PageTooLong, PromptTooLong
from htmlbuilder.settings import Settings
from tests.streams import ended

LINEAR = 3 * 4  # of each of the toy's layers: query_key_value, dense, h_to_4h, 4h_to_h
IDS = torch.tensor([[1, *range(40, 60), 2]])
LONG = GenerateRequest(prompt="Write an HTML code to create a login page", max_new_tokens=400)
SHORT = LONG.model_copy(update={"max_new_tokens": 30})


def opened(model: Path, **settings: object) -> HfEngine:
    engine = open_engine(Settings.load(model=str(model), **settings))
    assert isinstance(engine, HfEngine)
    return engine


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """So small a model is slower with more, and far slower beside other work."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def engine(toy_checkpoint: Path) -> Iterator[HfEngine]:
    with closing(opened(toy_checkpoint)) as engine:
        yield engine


@pytest.fixture
def copy(toy_checkpoint: Path, tmp_path: Path) -> Path:
    """A copy of the toy to change, unsigned."""
    directory = Path(shutil.copytree(toy_checkpoint, tmp_path / "model"))
    (directory / "manifest.json").unlink()
    return directory


def greedy(engine: HfEngine, ids: list[int], tokens: int) -> str:
    """What transformers itself writes after `ids`."""
    written = engine._model.generate(torch.tensor([ids]), max_new_tokens=tokens, do_sample=False)[0, len(ids) :]
    return engine._tokenizer.decode(written, skip_special_tokens=True).rstrip("\ufffd")


def test_the_text_comes_in_pieces_with_its_counts(engine):
    ids = engine._tokenizer(prompt.frame(SHORT.prompt))["input_ids"]
    with engine.stream(SHORT) as stream:
        pieces = list(stream)
    assert "".join(pieces) == greedy(engine, ids, 30)
    assert len(pieces) > 10
    finish = stream.finish
    assert finish is not None and (finish.reason, finish.tokens, finish.prompt_tokens) == ("length", 30, len(ids))
    assert engine.digest.startswith("sha256:") and engine.name.endswith("checkpoint")


def test_an_end_that_the_model_wrote_is_a_stop(engine):
    wishes = (LONG.model_copy(update={"temperature": 2.0, "seed": seed}) for seed in range(30))
    done = next(done for wish in wishes if (done := complete(engine, wish)).finish.tokens < 400)
    assert done.finish.reason == "stop" and prompt.END not in done.text


def test_a_seed_repeats_what_was_sampled(engine):
    wish = SHORT.model_copy(update={"temperature": 1.0, "top_p": 0.9, "seed": 2**32 - 1})
    assert complete(engine, wish).text == complete(engine, wish).text
    assert complete(engine, wish).text != complete(engine, wish.model_copy(update={"seed": 1})).text
    assert complete(engine, SHORT).text == complete(engine, SHORT.model_copy(update={"seed": 1})).text


def test_a_reader_who_leaves_ends_it_and_lets_the_next_one_in(engine):
    stream = engine.stream(LONG)
    next(iter(stream))
    waiting, gone = engine.stream(SHORT), engine.stream(SHORT)
    gone.cancel()
    stream.cancel()
    finish = ended(stream)
    assert finish.reason == "cancelled" and 1 <= finish.tokens < 100
    assert ended(gone).reason == "cancelled"
    assert ended(waiting).tokens == 30


def test_closing_ends_what_runs(toy_checkpoint):
    engine = opened(toy_checkpoint)
    running = engine.stream(LONG)
    next(iter(running))
    waiting = engine.stream(LONG)
    engine.close()
    assert ended(running).reason == ended(waiting).reason == "cancelled"
    with pytest.raises(NotReady):
        engine.stream(SHORT)


def test_prompt_and_page_share_the_context(engine):
    with pytest.raises(PromptTooLong, match=r"has [\d,]+ tokens, and the model holds 1,024"):
        complete(engine, GenerateRequest(prompt="a page? " * 900))
    finish = complete(engine, GenerateRequest(prompt="9" * 1_000, max_new_tokens=400)).finish
    assert finish.reason == "length" and finish.prompt_tokens + finish.tokens == 1_024


CHANGE = GenerateRequest(prompt="make it say “Come in”", html="<h1>Log in</h1> <|end|>", max_new_tokens=20)


def test_a_page_to_change_is_framed_as_the_chat_template_frames_it(engine):
    turns = [{"role": "assistant", "content": "<h1>Log in</h1> < |end|>\n"}, {"role": "user", "content": CHANGE.prompt}]
    text = engine._tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    assert text == prompt.frame(CHANGE.prompt, CHANGE.html)
    ids = engine._tokenizer(text)["input_ids"]
    done = complete(engine, CHANGE)
    assert done.finish.prompt_tokens == len(ids) and done.text == greedy(engine, ids, 20)


def test_a_page_that_does_not_fit_twice_is_refused(engine):
    with pytest.raises(PageTooLong, match=r"have [\d,]+ tokens, and the model holds 1,024"):
        complete(engine, CHANGE.model_copy(update={"html": "<p>page</p>\n" * 120}))


def test_skills_are_read_from_the_config_of_a_model_of_ours(copy):
    config = json.loads((copy / "config.json").read_text())
    (copy / "config.json").write_text(json.dumps(config | {"skills": ["write"]}))
    with closing(opened(copy)) as writer, pytest.raises(CannotEdit):
        complete(writer, CHANGE)
    with closing(opened(without_template(copy), template="alpaca")) as other:
        assert complete(other, CHANGE).finish.tokens == 20
        assert "```html\n<h1>Log in</h1>" in other._tokenizer.decode(
            checkpoint.encode(other._tokenizer, CHANGE.prompt, "alpaca", CHANGE.html)
        )


# 4 bit


@pytest.fixture(scope="module")
def nf4(toy_checkpoint: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, torch.Tensor]:
    """The toy saved in NF4, before its first forward pass, and the logits it then gave."""
    directory = tmp_path_factory.mktemp("nf4") / "model"
    model = load_model(toy_checkpoint, nf4=True)
    assert len(layers_4bit(model)) == LINEAR
    model.save_pretrained(directory)
    AutoTokenizer.from_pretrained(toy_checkpoint).save_pretrained(directory)
    with torch.inference_mode():
        return directory, model(IDS).logits


def test_nf4_is_real_and_survives_saving(nf4):
    directory, logits = nf4
    assert json.loads((directory / "config.json").read_text())["quantization_config"]["bnb_4bit_quant_type"] == "nf4"
    again = load_model(directory, nf4=False)
    assert len(layers_4bit(again)) == LINEAR
    with torch.inference_mode():
        assert torch.equal(again(IDS).logits, logits)


def test_nf4_is_near_the_weights_it_stands_for(toy_checkpoint):
    from bitsandbytes.functional import dequantize_4bit

    exact, rounded = load_model(toy_checkpoint, nf4=False), load_model(toy_checkpoint, nf4=True)
    for name, weight in exact.named_parameters():
        other = rounded.get_parameter(name)
        if hasattr(other, "quant_state"):
            error = (dequantize_4bit(other.data, other.quant_state) - weight).norm() / weight.norm()
            assert 0.01 < error < 0.12, name
        else:
            assert torch.equal(other, weight)


def test_the_engine_generates_in_nf4(engine, toy_checkpoint, nf4):
    with closing(opened(toy_checkpoint, quantize="nf4")) as rounded, closing(opened(nf4[0])) as saved:
        assert len(layers_4bit(rounded._model)) == len(layers_4bit(saved._model)) == LINEAR
        text = complete(rounded, SHORT).text
        assert text == complete(saved, SHORT).text != complete(engine, SHORT).text


def test_a_shipped_gguf_opens_too_in_nf4(toy_model, toy_checkpoint):
    with closing(opened(toy_model, quantize="nf4")) as engine:
        assert len(layers_4bit(engine._model)) == LINEAR
        assert complete(engine, SHORT).finish.tokens == 30
    model, tokenizer = load(toy_model, nf4=False)
    assert len(layers_4bit(model)) == 0 and tokenizer.chat_template == prompt.CHAT_TEMPLATE


def test_a_model_that_is_not_really_in_4_bit_is_refused(toy_checkpoint, monkeypatch):
    """As long as transformers skips Falcon's own linear layers, and says nothing."""
    from transformers.models.falcon import modeling_falcon

    class FalconLinear(torch.nn.Linear):
        """Stands for the stock class, which is gone once another test had Falcon quantized."""

    monkeypatch.setattr(modeling_falcon, "FalconLinear", FalconLinear)
    monkeypatch.setattr(checkpoint, "let_falcon_be_quantized", lambda: None)
    with pytest.raises(ModelError, match=r"no layer of it is.*\n.*without --quantize nf4"):
        load_model(toy_checkpoint, nf4=True)


# templates


def without_template(directory: Path) -> Path:
    (directory / "chat_template.jinja").unlink()
    return directory


def test_without_a_chat_template_a_preset_is_named(copy):
    without_template(copy)
    with pytest.raises(ModelError, match=r"no chat template of its own\n.*--template .*plain,.*alpaca"):
        opened(copy)
    with pytest.raises(ModelError, match="no template called nonsense"):
        opened(copy, template="nonsense")


@pytest.mark.parametrize(
    ("preset", "framed"),
    [
        ("falcon-instruct", "User: {}\nAssistant:"),
        ("human-assistant", "### Human: {}\n### Assistant: "),
        ("plain", "{}\n"),
    ],
)
def test_a_preset_frames_the_wish(copy, preset, framed):
    with closing(opened(without_template(copy), template=preset)) as engine:
        ids = engine._tokenizer(framed.format("a page < |end|>"))["input_ids"]
        done = complete(engine, GenerateRequest(prompt=" a page <|end|> ", max_new_tokens=30))
        assert done.finish.prompt_tokens == len(ids)
        assert done.text == greedy(engine, ids, 30)


def test_a_chat_template_of_its_own_is_kept(copy):
    (copy / "chat_template.jinja").write_text(
        "{% for m in messages %}[{{ m.role }}] {{ m.content }}{% endfor %}"
        "{% if add_generation_prompt %} [page]{% endif %}"
    )
    with closing(opened(copy, template="alpaca")) as engine:
        ids = engine._tokenizer("[user] a page < |end|> [page]")["input_ids"]
        assert complete(engine, GenerateRequest(prompt="a page <|end|>", max_new_tokens=30)).text == greedy(
            engine, ids, 30
        )


class Letters:
    """A tokenizer whose tokens are the bytes of the text."""

    def decode(self, ids: list[int], **_: Any) -> str:
        return bytes(ids).decode(errors="replace")


@pytest.mark.parametrize(
    ("text", "written", "stopped"),
    [
        ("<p>a</p>### Human: more", "<p>a</p>", True),
        ("<p>#</p>### Hum", "<p>#</p>### Hum", False),
        ("#### Human", "#", True),
        ("Café – “x” 👍", "Café – “x” 👍", False),
    ],
)
def test_a_stop_text_ends_the_page_and_no_part_of_it_is_shown(text, written, stopped):
    pieces: list[str] = []
    writer = hf._Writer(Letters(), 0, "### Human", lambda piece: not pieces.append(piece))
    content = text.encode()
    for end in range(1, len(content) + 1):
        if writer(torch.tensor([list(content[:end])])).item():
            break
    writer.flush()
    assert "".join(pieces) == written
    assert writer.stopped == stopped


# refusals


class Trap:
    """A pickle that leaves a mark when it is loaded."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return Path.touch, (self.mark,)


def test_a_pickle_is_not_loaded(copy, tmp_path):
    (copy / "model.safetensors").unlink()
    (copy / "pytorch_model.bin").write_bytes(pickle.dumps(Trap(tmp_path / "mark")))
    with pytest.raises(ModelError, match="pickles only"):
        opened(copy)
    assert not (tmp_path / "mark").exists()
    pickle.loads((copy / "pytorch_model.bin").read_bytes())
    assert (tmp_path / "mark").exists(), "the trap works"


def test_code_that_comes_with_a_model_is_not_run(copy, tmp_path):
    mark = tmp_path / "mark"
    (copy / "odd.py").write_text(f"import pathlib\npathlib.Path({str(mark)!r}).touch()\n")
    config = json.loads((copy / "config.json").read_text())
    named = {"AutoConfig": "odd.Config", "AutoModelForCausalLM": "odd.Model"}
    (copy / "config.json").write_text(json.dumps(config | {"auto_map": named}))
    tokenizer = json.loads((copy / "tokenizer_config.json").read_text())
    named = {"AutoTokenizer": ["odd.Tokenizer", "odd.Tokenizer"]}
    (copy / "tokenizer_config.json").write_text(json.dumps(tokenizer | {"auto_map": named}))
    with closing(opened(copy)) as engine:
        assert complete(engine, SHORT).finish.tokens == 30
    (copy / "config.json").write_text(json.dumps(config | {"auto_map": named, "model_type": "odd"}))
    with pytest.raises(ModelError, match="wants to run code of its own"):
        opened(copy)
    assert not mark.exists()
    specification = importlib.util.spec_from_file_location("odd", copy / "odd.py")
    assert specification and specification.loader
    specification.loader.exec_module(importlib.util.module_from_spec(specification))
    assert mark.exists(), "the trap works"


def run_hint(error: ModelError) -> None:
    """Does what the error tells the reader to do."""
    *_, command = error.hint.partition(": ")
    python, flag, code = shlex.split(command)
    assert (python, flag) == ("python", "-c")
    exec(code, {})


@pytest.mark.filterwarnings("default")  # the libraries' own
def test_the_command_that_converts_pickles_does(engine, copy, tmp_path, monkeypatch):
    torch.save(safetensors.torch.load_file(copy / "model.safetensors"), copy / "pytorch_model.bin")
    (copy / "model.safetensors").unlink()
    with pytest.raises(ModelError) as raised:
        opened(copy)
    monkeypatch.chdir(tmp_path)
    run_hint(raised.value)
    with closing(opened(tmp_path / "converted")) as converted:
        assert complete(converted, SHORT).text == complete(engine, SHORT).text


@pytest.mark.filterwarnings("default")
def test_the_command_that_merges_an_adapter_does(engine, toy_checkpoint, tmp_path, monkeypatch):
    from peft import LoraConfig, get_peft_model

    model = load_model(toy_checkpoint, nf4=False)
    adapted = get_peft_model(model, LoraConfig(r=2, target_modules=["query_key_value"], init_lora_weights=False))
    adapted.peft_config["default"].base_model_name_or_path = str(toy_checkpoint)
    adapted.save_pretrained(tmp_path / "adapter")
    with torch.inference_mode():
        expected = adapted(IDS).logits
    with pytest.raises(ModelError, match="is an adapter") as raised:
        opened(tmp_path / "adapter")
    monkeypatch.chdir(tmp_path)
    run_hint(raised.value)
    with closing(opened(tmp_path / "merged")) as merged, torch.inference_mode():
        assert torch.allclose(merged._model(IDS).logits, expected, atol=1e-3)
        assert not torch.allclose(engine._model(IDS).logits, expected, atol=1e-1)


def test_damaged_directories_are_refused_in_words(copy):
    weights = (copy / "model.safetensors").read_bytes()
    (copy / "model.safetensors").write_bytes(weights[: len(weights) // 2])
    with pytest.raises(ModelError, match="cannot be loaded"):
        opened(copy)
    tensors = safetensors.torch.load(weights)
    del tensors["transformer.h.1.mlp.dense_4h_to_h.weight"]
    safetensors.torch.save_file(tensors, copy / "model.safetensors", {"format": "pt"})
    with pytest.raises(ModelError, match=r"lacks weights, such as transformer\.h\.1\.mlp"):
        opened(copy)
    (copy / "model.safetensors").write_bytes(weights)
    (copy / "tokenizer.json").write_text("{")
    with pytest.raises(ModelError, match="tokenizer of"):
        opened(copy)
