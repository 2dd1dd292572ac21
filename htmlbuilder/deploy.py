"""Assembles the folder of a Hugging Face Space from a clone of this repository, and uploads it.

The Space runs the app on the free CPU hardware with the embedded model. Gradio comes with the Space itself, in the
version its card names, so the card gets the pinned one and the requirements leave it out.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

from htmlbuilder.engines import hub
from htmlbuilder.errors import DataError, InvalidRequest

ROOT = Path(__file__).parent.parent
BROUGHT_BY_THE_SPACE = ("gradio", "huggingface_hub")
VARIABLES = {"GRADIO_SSR_MODE": "false"}  # or Gradio's Node front answers POST /generate itself, with a 405


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repo", required=True, metavar="USER/NAME", help="the Space to create or bring up to date")
    parser.add_argument("--private", action="store_true", help="if the Space is new, hide it from others")
    parser.add_argument("--dry-run", action="store_true", help="assemble the folder, but upload nothing")
    parser.add_argument("--out", type=Path, metavar="DIR", help="with --dry-run: where to leave the folder")


def main(args: argparse.Namespace) -> int:
    if args.out and not args.dry_run:
        args.usage_error("--out goes with --dry-run")
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", args.repo):
        raise InvalidRequest(f"{args.repo!r} names no Space", "give the user or organization, a slash, and a name")
    if args.out:
        _describe(assemble(args.out))
        return 0
    with tempfile.TemporaryDirectory(prefix="htmlbuilder-space-") as directory:
        folder = assemble(Path(directory) / "space")
        _describe(folder)
        if not args.dry_run:
            print(upload(folder, args.repo, private=args.private))
    return 0


def assemble(folder: Path) -> Path:
    """Fills `folder` with what the Space holds. Raises `DataError` outside a clone, or when `folder` is not empty."""
    config = ROOT / "spaces_config"
    if not config.is_dir():
        raise DataError(f"{ROOT} is not a clone of the repository", "deploy from a clone, not an installed package")
    if folder.exists() and any(folder.iterdir()):
        raise DataError(f"{folder} is not empty", "name a new folder")
    folder.mkdir(parents=True, exist_ok=True)
    requirements = (config / "requirements.txt").read_text(encoding="utf-8")
    card = (config / "README.md").read_text(encoding="utf-8")
    (folder / "requirements.txt").write_text(space_requirements(requirements), encoding="utf-8")
    (folder / "README.md").write_text(space_card(card, requirements), encoding="utf-8")
    for name in ("app.py", "LICENSE"):
        shutil.copyfile(ROOT / name, folder / name)
    shutil.copytree(ROOT / "htmlbuilder", folder / "htmlbuilder", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    return folder


def space_requirements(requirements: str) -> str:
    """The requirements without what a Space brings itself."""
    kept = (line for line in requirements.splitlines() if _name(line) not in BROUGHT_BY_THE_SPACE)
    return "\n".join(kept) + "\n"


def space_card(card: str, requirements: str) -> str:
    """The card with the version of Gradio that the requirements pin."""
    version = next(line.partition("==")[2].split()[0] for line in requirements.splitlines() if _name(line) == "gradio")
    return re.sub(r"^sdk: gradio$", f"sdk: gradio\nsdk_version: {version}", card, count=1, flags=re.MULTILINE)


def upload(folder: Path, repo: str, *, private: bool = False) -> str:
    """Makes the Space `repo` hold what `folder` holds, in one commit, and returns its address.

    Raises `UpstreamError` when the hub cannot be reached, or refuses.
    """
    from huggingface_hub import HfApi

    api = HfApi(token=True)
    with hub.refusals(repo):
        url = api.create_repo(repo, repo_type="space", space_sdk="gradio", private=private, exist_ok=True)
        for key, value in VARIABLES.items():
            api.add_space_variable(repo, key, value)
        api.upload_folder(
            repo_id=repo,
            repo_type="space",
            folder_path=folder,
            commit_message="Deploy htmlbuilder",
            delete_patterns="htmlbuilder/*",
        )
    return str(url)


def _name(line: str) -> str:
    """The package a line of requirements names, as it is written on the index; "" for a comment."""
    found = re.match(r"[\w.-]+", line)
    return found[0].lower().replace("-", "_") if found else ""


def _describe(folder: Path) -> None:
    sizes = {path.relative_to(folder): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    print(f"{folder}: {len(sizes)} files, {sum(sizes.values()) / 1e6:.1f} MB", file=sys.stderr)
