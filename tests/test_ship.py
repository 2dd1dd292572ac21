"""What is shipped: measured, unchanged, described by its own manifests; and from the hub it opens as it did here."""

import json
import re
import shutil
import sys
import warnings

import httpx
import pytest
import yaml

from htmlbuilder import cli, manifest
from htmlbuilder.engines import open_engine
from htmlbuilder.engines.base import GenerateRequest
from htmlbuilder.engines.batch import complete
from htmlbuilder.engines.hf import HfEngine
from htmlbuilder.engines.llama import LlamaEngine
from htmlbuilder.pipeline import quantize, score, ship
from htmlbuilder.settings import Settings
from tests import hub as hubs
from tests import venvs

# peft asks transformers in the old way, and huggingface_hub its client
pytestmark = [
    pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning"),
    pytest.mark.filterwarnings("ignore:Use 'content=<...>':DeprecationWarning"),
]
LIGHT = score.ScoreConfig(count=2, light=True)
FORMS = {"adapter": HfEngine, "merged": HfEngine, "nf4": HfEngine, "q4_0": LlamaEngine}


@pytest.fixture(scope="module")
def road(toy_road, tmp_path_factory):
    """A road with all that was measured on it. Read only."""
    room = tmp_path_factory.mktemp("ship") / "road"
    shutil.copytree(toy_road, room)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HTMLBUILDER_THREADS", "1")
        score.run(LIGHT, room / "adapter", room / "data", room / "adapter.score")
        for form in ("nf4", "q4_0"):
            quantize.run(quantize.QuantizeConfig(format=form), room / "merged", room / form, room / "data", LIGHT)
    return room


@pytest.fixture(scope="module")
def shipped(road):
    """Each form of it, shipped. Read only."""
    for form in FORMS:
        ship.run(ship.ShipConfig(license="apache-2.0", base_model="me/base"), road / form, road / f"{form}-shipped")
    return road


@pytest.fixture
def hub(monkeypatch, tmp_path):
    monkeypatch.setenv("HF_TOKEN", hubs.TOKEN)
    with hubs.standing_in(monkeypatch, tmp_path / "cache") as server:
        yield server


def copied(shipped, tmp_path, form):
    target = tmp_path / form
    shutil.copytree(shipped / f"{form}-shipped", target)
    return target


@pytest.mark.parametrize("form", FORMS)
def test_what_is_pushed_opens_by_its_name_and_writes(shipped, hub, tmp_path, monkeypatch, capsys, form):
    target = tmp_path / form
    shutil.copytree(shipped / f"{form}-shipped", target)
    assert ship.push(target, "me/toy") == f"{hub.url}/me/toy"
    assert hub.private == {"me/toy"}
    monkeypatch.setenv("HTMLBUILDER_MODEL", "me/toy")
    engine = open_engine(Settings.load())
    assert isinstance(engine, FORMS[form])
    assert engine.digest == manifest.verify(target)
    assert complete(engine, GenerateRequest(prompt="a page", max_new_tokens=3)).finish.tokens == 3
    engine.close()
    programs = re.findall(r"```python\n(.*?)```", (target / "README.md").read_text(), re.DOTALL)
    assert len(programs) == (FORMS[form] is HfEngine)
    for program in programs:
        assert "me/toy" in program
        capsys.readouterr()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # those of stock libraries
            exec(program.replace("1024", "5"), {})
        assert capsys.readouterr().out.strip()


def test_the_command_in_its_card_serves_it(shipped, hub, tmp_path):
    target = tmp_path / "q4_0"
    shutil.copytree(shipped / "q4_0-shipped", target)
    ship.push(target, "me/toy")
    command = re.search(r"```sh\nHTMLBUILDER_MODEL=(\S+) (python) (app.py)\n```", (target / "README.md").read_text())
    there = {"HF_ENDPOINT": hub.url, "HF_HOME": str(tmp_path / "home"), "HF_TOKEN": hubs.TOKEN}
    with venvs.serving(sys.executable, command[3], cwd=venvs.ROOT, HTMLBUILDER_MODEL=command[1], **there) as url:
        answer = httpx.post(f"{url}/generate", json={"prompt": "a page", "max_new_tokens": 8}, timeout=60).json()
    assert (answer["digest"], answer["tokens"]) == (manifest.verify(target), 8)


def test_no_other_step_is_overwritten(road, tmp_path, capsys):
    shutil.copytree(road / "merged", tmp_path / "merged")
    assert cli.main(["ship", str(road / "nf4"), "--to", str(tmp_path / "merged")]) == 65
    assert "holds what merge wrote, which would be lost" in capsys.readouterr().err


def test_the_card_says_what_its_manifests_say(shipped):
    cards = {form: (shipped / f"{form}-shipped" / "README.md").read_text() for form in FORMS}
    front = {form: yaml.safe_load(card.split("---\n")[1]) for form, card in cards.items()}
    libraries = {"adapter": "peft", "merged": "transformers", "nf4": "transformers", "q4_0": "gguf"}
    assert {form: each["library_name"] for form, each in front.items()} == libraries
    assert front["q4_0"] == {
        "license": "apache-2.0",
        "library_name": "gguf",
        "pipeline_tag": "text-generation",
        "base_model": "me/base",
        "base_model_relation": "finetune",
        "tags": ["html", "htmlbuilder", "falcon", "qlora", "gguf", "llama.cpp"],
    }
    card = cards["q4_0"]
    for name in ("adapter-base", "adapter", "merged", "nf4", "q4_0"):
        measured = score.score_of(manifest.read(shipped / f"{name}.score"))
        assert f"{measured.bits_per_byte:.4f} | {measured.token_accuracy:.2f}%" in card
    left = manifest.read(shipped / "q4_0").figures["survival"]["gain_left"]
    recipe = manifest.read(shipped / "adapter").figures
    assert f"{left:.1%} is left" in card
    assert f"{recipe['validation_loss_before']:.4f} before, {recipe['validation_loss']:.4f} after" in card
    assert "80 rows of pairs.jsonl" in card and "of the effect kept" in card
    assert "llama-server -m model.gguf" in card and "not measured" in card
    assert "![" in card and (shipped / "q4_0-shipped" / "curve.png").exists()


def test_it_is_what_was_measured_and_tells_nothing_else(shipped):
    for form in FORMS:
        target = shipped / f"{form}-shipped"
        assert form == "adapter" or manifest.verify(target) == manifest.verify(shipped / form)
        assert manifest.read(target).parents == {
            "model": manifest.read(shipped / form).digest,
            "score": manifest.read(shipped / f"{form}.score").digest,
        }
        assert not (target / "heldout.jsonl").exists()
        assert "curve.png" in manifest.read(target).files
        texts = [path.read_text() for path in target.rglob("*") if path.suffix in (".json", ".md")]
        assert not any(str(shipped.parent.parent) in text for text in texts), "a path of this machine"


def test_what_was_not_measured_is_not_shipped(road, tmp_path, capsys):
    for name in ("adapter", "data", "merged"):
        shutil.copytree(road / name, tmp_path / name)
    shutil.copytree(road / "adapter.score", tmp_path / "merged.score")  # another model's
    merged = tmp_path / "merged"
    assert cli.main(["ship", str(merged), "--to", str(tmp_path / "out")]) == 65
    said = capsys.readouterr().err
    assert "was not evaluated" in said
    assert f"python -m htmlbuilder score {merged} {tmp_path / 'data'} {merged}.score" in said
    assert not (tmp_path / "out").exists()
    command = ["ship", str(merged), "--to", str(tmp_path / "out"), "--evaluated"]
    assert cli.main([*command, str(road / "adapter.score")]) == 65
    assert "is of another model" in capsys.readouterr().err
    assert cli.main([*command, str(road / "merged.score")]) == 0  # it holds what evaluate has found
    assert "| `prompts` | 2 |" in (tmp_path / "out" / "README.md").read_text()


def test_what_has_changed_is_not_shipped(road, tmp_path, capsys):
    model = tmp_path / "nf4"
    shutil.copytree(road / "nf4", model)
    (model / "chat_template.jinja").write_text("another")
    assert cli.main(["ship", str(model), "--to", str(tmp_path / "out")]) == 78
    said = capsys.readouterr().err
    assert "chat_template.jinja has" in said and f"python -m htmlbuilder quantize MERGED {model}" in said


def test_a_model_without_its_past_is_not_shipped(road, tmp_path, capsys):
    shutil.copytree(road / "nf4", tmp_path / "nf4")
    assert cli.main(["ship", str(tmp_path / "nf4"), "--to", str(tmp_path / "out")]) == 65
    assert f"is not beside it, so nothing could be said of it\n  put it into {tmp_path}" in capsys.readouterr().err
    assert cli.main(["ship", str(road / "nf4.score"), "--to", str(tmp_path / "out")]) == 65
    assert "is no model" in capsys.readouterr().err


def test_a_model_that_was_never_tuned_is_shipped_by_what_evaluate_found(toy_model, road, tmp_path, capsys):
    found = json.loads((road / "merged.score" / "report.json").read_text())
    found["source"]["digest"] = manifest.read(toy_model).digest
    (tmp_path / "report.json").write_text(json.dumps(found))
    command = ["ship", str(toy_model), "--to", str(tmp_path / "out"), "--evaluated", str(tmp_path)]
    assert cli.main(command) == 0
    card = (tmp_path / "out" / "README.md").read_text()
    assert "base_model" not in card and "## Recipe" not in card
    assert f"| what that was made of | `{manifest.read(toy_model).parents['checkpoint']}` |" in card


def test_a_card_edited_by_hand_stays_and_is_pushed(road, hub, tmp_path, capsys):
    out = tmp_path / "out"
    command = ["ship", str(road / "q4_0"), "--to", str(out)]
    assert cli.main([*command, "--push", "me/toy", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "nothing was uploaded" in said and "model.gguf" in said and "it will be private" in said
    assert "its license is unknown" in said
    assert hub.models == {}
    card = (out / "README.md").read_text()
    (out / "README.md").write_text(card + "A line of mine.\n")
    hub.models["me/toy"] = {"model.safetensors": b"a former one", "old.json": b"{}", "photo.jpg": b"x"}
    assert cli.main([*command, "--push", "me/toy", "--public"]) == 0
    assert "HTMLBUILDER_MODEL=me/toy python app.py" in capsys.readouterr().out
    pushed = hub.models["me/toy"]
    assert pushed["README.md"].decode() == card.replace("user/name", "me/toy") + "A line of mine.\n"
    assert set(pushed) == {*(path.name for path in out.iterdir()), "photo.jpg"}
    assert hub.private == set()
    assert cli.main([*command, "--push", "us/toy-2"]) == 0
    assert hub.private == {"us/toy-2"}
    text = hub.models["us/toy-2"]["README.md"].decode()
    assert text == card.replace("user/name", "us/toy-2") + "A line of mine.\n"


@pytest.mark.parametrize("refuse", ["/create", "/preupload/", "/batch", "/commit/"])
def test_a_refusal_says_what_to_do(shipped, road, hub, tmp_path, capsys, refuse):
    hub.refuse = refuse
    command = ["ship", str(road / "q4_0"), "--to", str(tmp_path / "out"), "--push", "me/toy"]
    assert cli.main(command) == 69
    err = capsys.readouterr().err
    assert "the hub did not take me/toy" in err and "the rights of your token" in err


def test_without_a_token_it_asks_for_one(road, hub, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("HF_TOKEN")
    monkeypatch.setattr("huggingface_hub.constants.HF_TOKEN_PATH", str(tmp_path / "none"))
    command = ["ship", str(road / "q4_0"), "--to", str(tmp_path / "out"), "--push"]
    assert cli.main([*command, "me/toy"]) == 69
    assert "hf auth login" in capsys.readouterr().err
    assert cli.main([*command, "toy"]) == 65
    assert "names no model" in capsys.readouterr().err
