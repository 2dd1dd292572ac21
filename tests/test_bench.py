"""The bench measures what it says, on a toy model; the figures that count are those of the embedded one."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_bench_reports_every_figure_as_a_table_and_as_json(toy_model):
    command = [sys.executable, "-m", "htmlbuilder", "bench", "--runs", "1", "--model", str(toy_model)]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HTMLBUILDER_")}
    result = subprocess.run(
        [*command, "--slots", "1", "--threads", "1"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    figures = {figure["name"]: figure for figure in report["figures"]}
    assert len(figures) == 6
    for name, figure in figures.items():
        assert figure["value"] > 0 and name in result.stderr
        better = (
            figure["value"] <= figure["target"] if figure["better"] == "lower" else figure["value"] >= figure["target"]
        )
        assert figure["met"] is better
    (page,), (direct,) = report["pages"], report["direct"]
    assert page["tokens"] == direct["tokens"] == report["tokens"] > 100
    assert 0 < page["first"] < page["seconds"]
    assert figures["the login page, complete"]["value"] == page["seconds"]
    ratio = (page["tokens"] / page["seconds"]) / (direct["tokens"] / direct["seconds"])
    assert abs(figures["tokens/s through HTTP over llama.cpp alone"]["value"] - ratio) < 1e-6
    assert 50 < figures["memory of the app, its share"]["value"] <= figures["memory of the app, resident"]["value"]


def test_bench_says_what_is_wrong_with_the_model(tmp_path):
    command = [sys.executable, "-m", "htmlbuilder", "bench", "--runs", "1", "--model", str(tmp_path / "missing")]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 78 and "missing" in result.stderr and "Traceback" not in result.stderr
