"""A model directory is what its manifest says, or it is refused."""

import json
from pathlib import Path

import pytest

from htmlbuilder import manifest
from htmlbuilder.errors import ModelError
from htmlbuilder.manifest import Manifest


@pytest.fixture
def model(tmp_path: Path) -> Path:
    (tmp_path / "model.gguf").write_bytes(b"weights" * 1_000)
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "README.md").write_text("the card")
    manifest.write(tmp_path, Manifest(stage="test", parents={"base": "sha256:00"}, figures={"loss": 1.5}))
    return tmp_path


def test_a_written_manifest_reads_back(model: Path) -> None:
    read = manifest.read(model)
    assert read.stage == "test"
    assert read.parents == {"base": "sha256:00"}
    assert read.figures == {"loss": 1.5}
    assert set(read.files) == {"model.gguf", "config.json"}
    assert read.files["model.gguf"].bytes == 7_000
    assert manifest.verify(model) == read.digest
    assert sorted(path.name for path in model.iterdir()) == [
        "README.md",
        "config.json",
        "manifest.json",
        "manifest.sha256",
        "model.gguf",
    ]


def test_the_digest_follows_the_files_and_nothing_else(model: Path) -> None:
    before = manifest.verify(model)
    (model / "README.md").write_text("another card")
    (model / "curve.png").write_bytes(b"a picture for it")
    assert manifest.verify(model) == before
    assert manifest.write(model, Manifest(stage="ship", figures={"met": 0.9})).digest == before
    (model / "config.json").write_text('{"a": 1}')
    assert manifest.write(model, Manifest(stage="ship")).digest != before


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: path.unlink(), "model.gguf is missing"),
        (lambda path: path.write_bytes(b"weights" * 999), "has 6,993 bytes, not 7,000"),
        (lambda path: path.write_bytes(b"w3ights" * 1_000), "has changed"),
        (lambda path: (path.parent / "adapter.bin").touch(), "adapter.bin is not part of it"),
        (
            lambda path: (path.parent / "sub").mkdir() or (path.parent / "sub/x.py").touch(),
            "sub/x.py is not part of it",
        ),
    ],
)
def test_damage_is_named(model: Path, damage, said: str) -> None:
    damage(model / "model.gguf")
    with pytest.raises(ModelError, match=said):
        manifest.verify(model)


def test_a_directory_without_a_manifest_does_not_exist(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent", Path(__file__)):
        with pytest.raises(ModelError, match="no model directory"):
            manifest.verify(path)


def test_a_model_that_stands_aside_is_pointed_at(tmp_path: Path) -> None:
    (tmp_path / ".model.old").mkdir()
    with pytest.raises(ModelError) as raised:
        manifest.read(tmp_path / "model")
    assert f"mv {tmp_path / '.model.old'} {tmp_path / 'model'}" in raised.value.hint


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "a/../../b", "..\\secret"])
def test_a_manifest_cannot_point_outside(model: Path, name: str) -> None:
    content = json.loads((model / "manifest.json").read_text())
    content["files"][name] = content["files"]["config.json"]
    (model / "manifest.json").write_text(json.dumps(content))
    (model / "manifest.sha256").unlink()
    with pytest.raises(ModelError, match="outside the directory"):
        manifest.verify(model)


def test_a_picture_is_checked_and_is_not_the_model(model: Path) -> None:
    before = manifest.verify(model)
    (model / "curve.png").write_bytes(b"a picture")
    assert manifest.write(model, Manifest(stage="test")).digest == before
    (model / "curve.png").write_bytes(b"another")
    with pytest.raises(ModelError, match=r"curve\.png has 7 bytes, not 9"):
        manifest.verify(model)


def test_a_changed_manifest_is_refused_though_it_can_be_read(model: Path) -> None:
    path, sidecar = model / "manifest.json", model / "manifest.sha256"
    whole = path.read_text()
    path.write_text(whole.replace('"loss": 1.5', '"loss": 0.5'))
    with pytest.raises(ModelError, match=r"manifest\.json is damaged, or .*manifest\.sha256 is"):
        manifest.read(model)
    path.write_text(whole)
    sidecar.write_text(sidecar.read_text()[:-2])
    with pytest.raises(ModelError, match=r"manifest\.sha256 is"):
        manifest.read(model)
    sidecar.unlink()
    assert manifest.read(model).figures == {"loss": 1.5}, "older directories have none"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"stage": ""}', '{"stage": "x", "files": {"a": {"sha256": "x"}}}'])
def test_a_torn_manifest_is_refused(model: Path, content: str) -> None:
    (model / "manifest.json").write_text(content)
    with pytest.raises(ModelError, match="damaged"):
        manifest.read(model)
