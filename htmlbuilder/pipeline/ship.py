"""Makes a model ready for others: its files, checked, with a model card written from the manifests of its whole life.

SOURCE is what finetune, merge or quantize wrote, with the steps it came from and its score beside it. What was not
measured, or has changed since it was made, is not shipped. Texts of the training data stay behind, and so do the paths
of this machine. The card may be edited by hand: the same command again keeps it, and uploads it with --push.
"""

import argparse
import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from htmlbuilder import files, flags
from htmlbuilder import manifest as manifests
from htmlbuilder.engines import hub
from htmlbuilder.errors import DataError, InvalidRequest, ModelError
from htmlbuilder.evaluation.report import Report
from htmlbuilder.manifest import CARD, FILE_NAME, Manifest, read, versions_of
from htmlbuilder.pipeline import artifact, card, curve
from htmlbuilder.pipeline.finetune import HELD_OUT
from htmlbuilder.pipeline.life import SHIP, Life, read_life

REPORT = "report.json"
MODELS = {"finetune": "finetune DATA", "merge": "merge ADAPTER", "quantize": "quantize MERGED"}
RATES = {"pages", "strict", "all_met", "requirements_met", "clean"}  # of a report, what the manifest keeps
ADAPTER = "adapter_config.json"
REWORDED = {
    ADAPTER,
    f"{hub.BASE}/{FILE_NAME}",
    f"{hub.BASE}/{manifests.SIDECAR}",
}  # what may hold a path of this machine
LEFT_OUT = (HELD_OUT, curve.DATA)  # what only the making needs; the one holds examples of the data
REPLACED = [*hub.DESCRIPTION, "*.safetensors", "*.gguf"]  # of a former model in the same place on the hub


class ShipConfig(BaseModel):
    """What the card says that no manifest knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    license: str = Field(
        "unknown",
        pattern=r"^[a-z0-9.-]+$",
        description="of the model, as the hub calls it; the base's terms bind it too",
    )
    base_model: str = Field(
        "", pattern=r"^([\w.-]+/[\w.-]+)?$", description="the base on the hub, where it was tuned from a directory"
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", type=Path, help="the model: an adapter's directory, or a whole one")
    parser.add_argument("--to", metavar="DIR", type=Path, required=True, help="the directory to write")
    parser.add_argument("--data", metavar="DIR", type=Path, help="its dataset (default: looked for beside SOURCE)")
    parser.add_argument("--evaluated", metavar="DIR", type=Path, help="what evaluate found of it, its --out, besides")
    parser.add_argument("--push", metavar="USER/NAME", help="upload it to the hub, to this model repository")
    parser.add_argument("--public", action="store_true", help="if that is new, show it to all (default: to you alone)")
    parser.add_argument("--dry-run", action="store_true", help="say what would be uploaded, and upload nothing")
    flags.add_fields(parser, ShipConfig)


def main(args: argparse.Namespace) -> int:
    repo: str = args.push or ""
    if repo and not re.fullmatch(r"[\w.-]+/[\w.-]+", repo):
        raise InvalidRequest(f"{repo!r} names no model", "give the user or organization, a slash, and a name")
    config = flags.checked(ShipConfig, args)
    manifest = run(config, args.source, args.to, args.data, args.evaluated)
    print(f"{args.to}: {manifest.digest}; read {args.to / CARD} before others do")
    if config.license == "unknown":
        print("its license is unknown: name it with --license, or in the card")
    whose = "public" if args.public else "private"
    for path in _uploads(args.to):
        print(f"  {path.stat().st_size:>13,} bytes  {path.relative_to(args.to)}")
    if not repo or args.dry_run:
        print(f"nothing was uploaded; to do so: --push {repo or 'USER/NAME'} (where that is new, it will be {whose})")
        return 0
    print(push(args.to, repo, public=args.public))
    print(f"to run it: HTMLBUILDER_MODEL={repo} python app.py")
    return 0


def run(
    config: ShipConfig, source: Path, target: Path, data: Path | None = None, evaluated: Path | None = None
) -> Manifest:
    """Writes the model `source` with its card as `target`. One that is already there, of the same score, is kept.

    Raises `ModelError` for a model that has changed, and `DataError` for one that was not measured.
    """
    digest = _sound(source)
    life = read_life(source, data)
    if not any(path.suffix in (".gguf", ".safetensors") for path in source.iterdir()):
        raise DataError(f"{source} is no model", "give what finetune, merge or quantize wrote")
    reports = _reports(life, data, evaluated)
    parents = {"model": digest} | ({"score": life.score.digest} if life.score else {})
    if evaluated:
        parents["evaluated"] = "sha256:" + hashlib.sha256((evaluated / REPORT).read_bytes()).hexdigest()
    artifact.recover(target)
    artifact.check_target(target)
    if (target / FILE_NAME).exists():
        made = read(target)
        if made.stage != SHIP:
            raise DataError(f"{target} holds what {made.stage} wrote, which would be lost", "name a new directory")
        if (made.parents, made.settings) == (parents, config.model_dump()):
            artifact.source_digest(target)
            return made
    terms = card.Terms(config.license, config.base_model or life.base, card.NOWHERE, target.absolute().name)
    with artifact.room_for(target), artifact.writing(target) as draft:
        _copy(life, draft.directory)
        text = card.write(life, reports, terms)
        (draft.directory / CARD).write_text(text, encoding="utf-8")
        made = draft.seal(
            Manifest(
                stage=SHIP,
                parents=parents,
                settings=config.model_dump(),
                versions=versions_of(),
                figures={
                    "accuracy": {name: found.model_dump() for name, found in life.accuracy.items()},
                    "pages": {name: report.model_dump(mode="json", include=RATES) for name, report in reports.items()},
                },
            )
        )
        for name in set(made.files) & set(life.model.manifest.files) - REWORDED:
            if made.files[name] != life.model.manifest.files[name]:
                raise ModelError(f"{source / name} has changed while it was copied", "give the same command again")
        return made


def push(directory: Path, repo: str, *, public: bool = False) -> str:
    """Makes the hub's model `repo` hold what `directory` holds, and returns its address.

    The card then names `repo`. A repository that is there keeps who may see it, and files that are no part of a model.
    Raises `UpstreamError` when the hub cannot be reached, or refuses, or nobody is logged in.
    """
    from huggingface_hub import HfApi

    text = (directory / CARD).read_text("utf-8")
    former = re.search(r"HTMLBUILDER_MODEL=(\S+) python app\.py", text)
    files.write_whole(directory / CARD, text.replace(former[1] if former else card.NOWHERE, repo))
    manifests.verify(directory)
    with hub.refusals(repo):
        api = HfApi(token=True)
        url = api.create_repo(repo, private=not public, exist_ok=True)
        api.upload_folder(
            repo_id=repo,
            folder_path=directory,
            commit_message="Upload a model made with htmlbuilder",
            ignore_patterns=[".*", "*/.*"],
            delete_patterns=REPLACED,
        )
    return str(url)


def _sound(source: Path) -> str:
    try:
        return artifact.source_digest(source)
    except ModelError as error:
        stage = read(source).stage if (source / FILE_NAME).exists() else ""
        again = f"python -m htmlbuilder {MODELS[stage]} {source}" if stage in MODELS else error.hint
        raise ModelError(error.message, again) from None


def _reports(life: Life, data: Path | None, evaluated: Path | None) -> dict[str, Report]:
    """What is known of this very model's pages. Raises `DataError` where that is nothing."""
    found: dict[str, Report] = {}
    if life.score:
        found["the test split"] = _report(life.score.directory)
    if evaluated:
        report = _report(evaluated)
        if report.source.get("digest") != life.model.digest:
            raise DataError(
                f"{evaluated} is of another model than {life.model.directory}",
                f"python -m htmlbuilder evaluate --model {life.model.directory} --out DIR",
            )
        found[f"`{report.source['tasks']}`"] = report
    if not found:
        source = life.model.directory
        dataset = data or (life.data.directory if life.data else "DATA")
        measure = f"python -m htmlbuilder score {source} {dataset} {source.with_name(source.name + '.score')}"
        raise DataError(f"{source} was not evaluated: no score beside it is of {life.model.digest}", measure)
    return found


def _report(directory: Path) -> Report:
    try:
        return Report.model_validate_json((directory / REPORT).read_bytes())
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise DataError(f"{directory / REPORT} cannot be read: {reason}", "measure the model again") from None


def _copy(life: Life, directory: Path) -> None:
    """The model's files, without what only its making needs and what tells of this machine; and its picture."""
    source = life.model.directory
    for name in life.model.manifest.files:
        if name not in LEFT_OUT:
            (directory / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(source / name, directory / name)
    if life.model.manifest.stage == "finetune":
        _reword(directory, life.base or Path(str(life.model.manifest.settings["base"])).name)
    learned = life.steps.get("finetune") or life.steps.get("pretrain")
    if learned and (picture := learned.directory / curve.PICTURE).exists():
        shutil.copyfile(picture, directory / curve.PICTURE)


def _reword(directory: Path, base: str) -> None:
    """Names the base of an adapter, which may have been given as a path of this machine, as others may see it."""
    described: dict[str, Any] = json.loads((directory / ADAPTER).read_text("utf-8"))
    text = json.dumps(described | {"base_model_name_or_path": base}, indent=2) + "\n"
    (directory / ADAPTER).write_text(text, encoding="utf-8")
    made = read(directory / hub.BASE)
    manifests.write(directory / hub.BASE, made.model_copy(update={"settings": made.settings | {"base": base}}))


def _uploads(directory: Path) -> list[Path]:
    """What `push` sends: all but hidden files."""
    found = (path for path in sorted(directory.rglob("*")) if path.is_file())
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(directory).parts)]
