"""A run of the measure from end to end: its report, its baselines, what it needs, what it survives."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from htmlbuilder import checks, cli
from htmlbuilder.corpus import sample
from htmlbuilder.evaluation import chromium, nu
from htmlbuilder.evaluation.chromium import Sight
from htmlbuilder.evaluation.derive import requirements_of
from htmlbuilder.evaluation.nu import Validity
from htmlbuilder.evaluation.report import Report
from htmlbuilder.pipeline import baselines
from tests.browser.canaries import Canaries
from tests.browser.payloads import PAYLOADS, Payload, script
from tests.measure_pages import ASKED, SHOP, page

pytestmark = pytest.mark.timeout(300)
TASKS = [
    {"id": f"t{number}", "kind": kind, "prompt": "a page for Kestrel Bakery <soon>", "requirements": ASKED}
    for number, kind in enumerate(["shop", "shop", "page"])
]
PALE = SHOP.replace("color: #1f2937", "color: #b9b2a5")
TEXTS = [{"id": "t0", "text": SHOP}, {"id": "t1", "text": PALE}, {"id": "t2", "text": page("<p>\x07No</p>")}]


def lines(path: Path, records: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(path)


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """The command line that grades `TEXTS` into `tmp_path / "out"`."""
    tasks, texts = lines(tmp_path / "tasks.jsonl", TASKS), lines(tmp_path / "texts.jsonl", TEXTS)
    out = str(tmp_path / "out")
    return ["evaluate", "--prompts", tasks, "--texts", texts, "--nearest", "20", "--out", out]


def read(tmp_path: Path) -> tuple[Report, str]:
    out = tmp_path / "out"
    return Report.model_validate_json((out / "report.json").read_text()), (out / "report.html").read_text()


def test_the_report_of_a_run(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(command) == 0
    report, html = read(tmp_path)
    assert report.strict and report.strict.percent == pytest.approx(33.33)
    rates = {check: rate.percent for check, rate in report.checks.items() if rate}
    assert rates["fidelity"] == rates["requirements"] == rates["accessibility"] == pytest.approx(66.67)
    assert (rates["layout"], rates["gate"]) == (100, pytest.approx(66.67))
    assert report.kinds["shop"].strict and report.kinds["shop"].strict.percent == 50
    assert report.missing == () and len(report.tools) == 2
    assert list(report.baselines) == ["nearest of 20 training pages", "one fixed page"]
    for of in report.baselines.values():
        assert of.strict and (of.pages, of.strict.percent) == (3, 0)
    assert report.worst == ["t2", "t1"]
    shown = capsys.readouterr().out
    assert "strict pass@1                   33.3%" in shown and "accessibility: color-contrast" in shown

    assert '<p class="headline">33.3%</p>' in html and "&lt;soon&gt;" in html
    assert html.count('src="data:image/webp;base64,') == 3
    assert re.findall(r'(?:src|href)="(?!data:)', html) == []
    sights, validities = look({"report": html}, tmp_path)
    assert (sights[0].failure, sights[0].errors, sights[0].violations) == ("", (), ())
    assert set(sights[0].overflow.values()) == {0}
    assert validities[0].errors == ()


def look(pages: Mapping[str, str], folder: Path) -> tuple[list[Sight], list[Validity]]:
    sights: list[Sight] = []
    validities: list[Validity] = []
    chromium.look_at(pages, folder, sights.append)
    nu.check(pages, validities.append)
    return sights, validities


def test_a_run_goes_on_where_it_was(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looked: list[str] = []

    def tiring(after: int) -> Callable[..., None]:
        def look_at(pages: Mapping[str, str], pictures: Path, keep: Callable[[Sight], None]) -> None:
            for number, key in enumerate(pages):
                if number == after:
                    raise KeyboardInterrupt
                keep(Sight(page=key, by="Chromium 1"))
                looked.append(key)

        return look_at

    monkeypatch.setattr(chromium, "version", lambda: "Chromium 1")
    monkeypatch.setattr(nu, "version", lambda: "Nu 1")
    monkeypatch.setattr(nu, "check", lambda pages, keep: [keep(Validity(page=key, by="Nu 1")) for key in pages])
    monkeypatch.setattr(chromium, "look_at", tiring(2))
    assert cli.main(command) == 130
    with (tmp_path / "out" / "sights.jsonl").open("a") as file:
        file.write('{"page": "torn')
    monkeypatch.setattr(chromium, "look_at", tiring(99))
    assert cli.main(command) == cli.main(command) == 0
    assert len(looked) == len(set(looked)) > 3, "no page is looked at twice"
    monkeypatch.setattr(chromium, "version", lambda: "Chromium 2")
    with pytest.raises(KeyError):  # the tiring one still calls itself Chromium 1
        monkeypatch.setattr(chromium, "look_at", lambda pages, *_: {}["looked again, with another browser"])
        cli.main(command)
    capsys.readouterr()


def test_without_java_there_is_no_headline(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "version", lambda: "Chromium 1")
    monkeypatch.setattr(chromium, "look_at", lambda pages, _, keep: [keep(Sight(page=key, by="")) for key in pages])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cli.main(command) == 0
    report, html = read(tmp_path)
    assert report.strict is None and report.checks["validity"] is None and report.checks["layout"]
    assert "apt-get install default-jre-headless" in report.missing[0]
    assert "no headline" in html and 'class="headline"' not in html
    assert "no headline" in capsys.readouterr().out


@pytest.mark.parametrize("package", ["playwright", "axe_playwright_python"])
def test_without_its_packages_chromium_is_missing(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    chromium.version.cache_clear()
    for name in (package, f"{package}.async_api", f"{package}.base"):
        monkeypatch.setitem(__import__("sys").modules, name, None)
    with pytest.raises(chromium.ToolMissing, match=package) as found:
        chromium.version()
    assert "evaluation/requirements.txt" in found.value.hint


def test_without_its_jar_the_checker_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(nu, "JAR", tmp_path / "vnu.jar")
    with pytest.raises(chromium.ToolMissing, match=r"vnu\.jar") as found:
        nu.version()
    assert nu.PACKAGE in found.value.hint


def test_light_asks_for_nothing(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for tool in (chromium, nu):
        monkeypatch.setattr(tool, "version", lambda: pytest.fail("it was asked for"))
    assert cli.main([*command, "--light"]) == 0
    report, _ = read(tmp_path)
    assert report.strict is None and report.baselines == {}
    assert report.all_met.percent == pytest.approx(66.67)


def test_the_nearest_prompt_is_found() -> None:
    known = ["a login page for a bank", "a table of birds", "a table of prices with four rows"]
    assert baselines.nearest(["prices in a table", "log in at my BANK", "birds!", "zzz"], known) == [2, 0, 1, 0]


@pytest.mark.parametrize(
    ("prompt", "derived"),
    [
        ("a page for “Kestrel Bakery”", {"Kestrel Bakery"}),
        ("I run a shop called Kestrel Bakery", {"Kestrel Bakery"}),
        ("cakes at $18 and $4.50, and buns at $7", {"$18", "$4.50"}),
        ("something with #1b6f5c, and purple", {"#1b6f5c", "purple"}),
        ("a page with a menu and a footer", {"nav"}),
        ("Make it nice", set()),
    ],
)
def test_requirements_are_what_the_prompt_and_the_page_share(prompt: str, derived: set[str]) -> None:
    found = requirements_of(prompt, SHOP)
    named = {each.text or each.color or each.selector for each in found}
    assert named == derived | {"form", "select", "input[type=email]"}
    assert len(checks.unmet(page(""), found)) == len(found), "an empty page meets none of them"


def test_pairs_are_graded_by_their_own_pages(tmp_path: Path) -> None:
    pairs = [sample(0, index, "heldout") for index in range(12)]
    tasks = [{"id": number, "prompt": pair.prompt, "html": pair.page} for number, pair in enumerate(pairs)]
    for name, texts, met in (
        ("same", [pair.page for pair in pairs], 100),
        ("static", [baselines.STATIC] * len(pairs), 0),
    ):
        given = lines(tmp_path / name, [{"id": number, "text": text} for number, text in enumerate(texts)])
        prompts = lines(tmp_path / "tasks.jsonl", tasks)
        out = str(tmp_path / "out")
        assert cli.main(["evaluate", "--prompts", prompts, "--texts", given, "--light", "--out", out]) == 0
        report, _ = read(tmp_path)
        assert report.all_met.percent == 100 if met else report.all_met.percent < 50


def test_a_file_without_a_prompt_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", "--prompts", lines(tmp_path / "none.jsonl", []), "--out", str(tmp_path)]) == 65
    assert "holds no prompt" in capsys.readouterr().err


HOSTILE = """
    exfiltration-fetch exfiltration-a-web-socket exfiltration-a-child-frame exfiltration-a-worker-from-a-blob
    exfiltration-webrtc-asking-a-stun-server exfiltration-webrtc-relayed-over-tcp
    navigation-itself popup-an-empty-popup popup-an-alert
""".split()


def test_a_hostile_page_reaches_nobody_and_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That each of these payloads works without a cage is shown in `tests/browser`."""
    monkeypatch.setattr(chromium, "LIMIT", 6)
    monkeypatch.setattr(chromium, "LOADED", 2_000)
    canaries = Canaries()
    payloads = [payload for payload in PAYLOADS if payload.name in HOSTILE]
    assert len(payloads) == len(HOSTILE)
    bombs = {
        "loop": script("setTimeout(() => { while (true); }, 50)"),
        "memory": script("const a = []; while (true) a.push(new Array(1e5).fill(a.length));"),
        "reload": script("location.reload()"),
        "gone": script("document.documentElement.remove()"),
        "tampered": script("Document.prototype.querySelectorAll = null; getComputedStyle = () => { throw 1; };"),
        "good": SHOP,
    }
    pages = {payload.name: canaries.arm(Payload(*payload)) for payload in payloads} | bombs
    sights: dict[str, Sight] = {}
    chromium.look_at(pages, tmp_path, lambda sight: sights.update({sight.page: sight}))
    canaries.close()
    assert canaries.hits == set()
    assert set(sights) == set(pages)
    assert "did not answer" in sights["loop"].failure
    assert sights["memory"].failure and sights["tampered"].failure and sights["gone"].failure
    assert "goes elsewhere" in sights["navigation-itself"].errors[0]
    assert "goes elsewhere" in sights["reload"].errors[0]
    assert (sights["good"].failure, sights["good"].errors) == ("", ())
