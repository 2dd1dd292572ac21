"""Does the road teach? A toy learns a house style on layers that are really in 4 bits, and each broken step shows."""

import shutil

import pytest
import torch

from htmlbuilder.engines import checkpoint
from htmlbuilder.manifest import Manifest, read
from htmlbuilder.pipeline import artifact, finetune, merge, merger, proof, rows
from tests import house

# peft asks transformers in the old way
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")
TAUGHT = 0.9  # of the test pages to the letter


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    """The base, the data, and what the sound road makes of them."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # so small that threads would only wait for each other
    room = tmp_path_factory.mktemp("taught")
    with artifact.writing(room / "base") as draft:
        house.write_base(draft.directory)
        draft.seal(Manifest(stage="toy"))
    house.write_data(room / "data")
    finetune.run(house.recipe(room / "base"), room / "data", room / "adapter")
    merge.run(room / "adapter", room / "merged")
    yield room
    torch.set_num_threads(threads)


def learned(room, name: str) -> float:
    """How much of the style the model directory `name`, or an adapter's with its base, has."""
    model, tokenizer = checkpoint.load(room / name, nf4=False, compute=torch.float32)
    return house.exact(model, tokenizer, room / "data")


def test_the_sound_road_teaches(room):
    assert read(room / "adapter" / "base").figures["layers_4bit"] == 8
    model, _ = checkpoint.load(room / "adapter", nf4=False)
    assert len(checkpoint.layers_4bit(model)) == 8
    assert learned(room, "adapter") >= TAUGHT
    assert learned(room, "merged") >= TAUGHT


def test_without_the_adapter_nothing_is_learned(room):
    assert learned(room, "base") < 0.1
    assert learned(room, "adapter/base") < 0.1


def test_in_4_bits_again_a_light_adapter_is_gone(room):
    """Which is why the merge is in 16 bits, from the very 4-bit weights that the adapter was trained on."""
    model, tokenizer = checkpoint.load(room / "merged", nf4=False, compute=torch.float32)
    merger.requantize(
        model, [name for name, _ in model.named_modules() if "query_key_value" in name or "dense" in name]
    )
    assert house.exact(model, tokenizer, room / "data") < TAUGHT / 2


def test_without_a_mask_the_prompt_is_learned_instead(room, monkeypatch):
    encode = rows.encode
    monkeypatch.setattr(rows, "encode", lambda tokenizer, line: encode(tokenizer, line)._replace(prompt=1))
    finetune.run(house.recipe(room / "base"), room / "data", room / "unmasked")
    assert learned(room, "unmasked") < TAUGHT / 2


def test_a_wrong_template_teaches_another_question(room):
    """The base has lost its own, and is tuned with one that it does not know."""
    shutil.copytree(room / "base", room / "bare", ignore=shutil.ignore_patterns("*.jinja", "manifest.json"))
    finetune.run(house.recipe(room / "bare", template="instruction"), room / "data", room / "wrong")
    assert learned(room, "wrong") < TAUGHT / 2


def test_the_proof_on_a_gpu_tells_them_apart_too(room, monkeypatch):
    """What `htmlbuilder.pipeline.proof` measures, of the toy that has really learned something."""
    (room / "skill").symlink_to("data")
    (room / "adapter-merged").symlink_to("merged")
    found = proof.measured(room, "adapter", toy=True)
    assert found["before"]["all_met"] < 10
    assert found["after"]["all_met"] > 90
    assert found["merged"]["all_met"] == found["after"]["all_met"]
    assert found["merged"]["bits_per_byte"] == pytest.approx(found["after"]["bits_per_byte"], abs=1e-3)
    assert "nf4" in found["refused"]
    assert "adapter nf4 refused: " in proof.table({"adapters": {"adapter": found}})
    proof.draw(room, ["adapter"])
    assert (room / "curve.png").read_bytes().startswith(b"\x89PNG")
