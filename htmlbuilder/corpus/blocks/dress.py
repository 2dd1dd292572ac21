"""What the blocks of a page need beside their markup: style rules and scripts, each once and always in the same order."""

from collections.abc import Collection

from htmlbuilder.corpus.blocks import motion, scripts
from htmlbuilder.corpus.style import COMPONENTS, Style

RULES = {**scripts.RULES, **motion.RULES}


def css_and_script(style: Style, used: Collection[str], *own: str) -> tuple[str, str]:
    """The style sheet and the script of a page whose blocks need the components `used`; rules of its `own` come first."""
    rules = [*filter(None, own), *(rule for name, rule in RULES.items() if name in used)]
    css = style.css(*(name for name in COMPONENTS if name in used), extra="\n".join(rules))
    return css, "\n".join(script for name, script in scripts.SCRIPTS.items() if name in used)
