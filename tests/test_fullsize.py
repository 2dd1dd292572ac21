"""The bench of tuning at full size, at toy size: the same parts, and one that fails does not take the others along."""

import json

import pytest

from htmlbuilder import cli
from htmlbuilder.pipeline import fullsize

# peft asks transformers in the old way
pytestmark = [
    pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning"),
    pytest.mark.filterwarnings("ignore:`gradient_checkpointing_enable` is deprecated:FutureWarning"),
]


def test_speed_is_told_with_the_rows_of_the_preset_and_row_for_row():
    report = {
        "recipe": {"micro_rows": 4},
        "ours": {"tokens_per_second": 30.0, "peak_gib": 5.0, "rows": {"4": {"tokens_per_second": 60.0}}},
        "stock": {"tokens_per_second": 20.0, "peak_gib": 10.0},
    }
    assert list(fullsize._ratios(report).values()) == [3.0, 1.5, 0.5]
    report["ours"]["rows"]["4"] = "out of memory"
    assert list(fullsize._ratios(report).values()) == [None, 1.5, 0.5]


def test_every_part_is_measured_and_a_failing_one_is_told(tmp_path, monkeypatch, capsys):
    def broken(bench):
        raise RuntimeError("the card has gone")

    monkeypatch.setattr(fullsize, "MEASURED", 1)
    monkeypatch.setattr(fullsize, "WARM", 0)
    measure = fullsize.PARTS["packed"]
    monkeypatch.setitem(fullsize.PARTS, "packed", broken)
    command = ["bench-tune", str(tmp_path), "--toy", "--parts", "load,packed,ours,stock"]
    assert cli.run(command) == 1
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["packed"]["failed"] == "RuntimeError: the card has gone"
    assert figures["load"]["layers_4bit"] == 8
    assert figures["ours"]["isolated"] and not figures["stock"]["isolated"]
    ratios, (mine, theirs) = figures["ours over stock"], (figures[part] for part in ("ours", "stock"))
    assert ratios["tokens_per_second"] is None, "the toy ends at two rows, and the preset takes four"
    one_row = mine["tokens_per_second"] / theirs["tokens_per_second"]
    assert ratios["tokens_per_second_at_one_row"] == pytest.approx(one_row, rel=1e-3)
    assert figures["weights"].startswith("random")

    monkeypatch.setitem(fullsize.PARTS, "packed", measure)
    monkeypatch.setitem(fullsize.PARTS, "ours", broken)  # done, so it is not made again
    assert cli.run(command) == 0
    packed = json.loads((tmp_path / "figures.json").read_text())["packed"]
    assert packed["largest_difference"] < 1e-5 < packed["without_isolation"]
    assert cli.main(["bench-tune", str(tmp_path), "--toy", "--parts", "lode"]) == 65
    assert "there is no part 'lode'" in capsys.readouterr().err
