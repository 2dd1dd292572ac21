"""Starts the app and its API, with a flag for each setting; `python app.py` is the same."""

import argparse

from htmlbuilder import flags
from htmlbuilder.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    flags.add_settings(parser, [name for name in Settings.model_fields if name != "space_host"])


def main(args: argparse.Namespace) -> int:
    from htmlbuilder.web.server import launch

    launch(flags.settings(args))
    return 0
