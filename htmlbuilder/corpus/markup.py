"""Builds the HTML of the corpus: nested tags, two-space indentation, text escaped unless it is already markup."""

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Html(str):
    """A string that is markup already."""

    __slots__ = ()


def esc(text: str) -> Html:
    """Text as markup."""
    if isinstance(text, Html):
        return text
    return Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def tag(name: str, /, *children: str | None, **attributes: str | int | bool | None) -> Html:
    """An element. `class_`, `for_` and `data_x` become `class`, `for` and `data-x`; True gives a bare attribute, None and False none.

    One child without a line break stays on the line of its tag; otherwise each child has lines of its own. A child of
    None is left out.
    """
    opening = name
    for key, value in attributes.items():
        if value is True:
            opening += f" {_attribute(key)}"
        elif value is not None and value is not False:
            opening += f' {_attribute(key)}="{str(value).replace("&", "&amp;").replace(chr(34), "&quot;")}"'
    if name in VOID:
        return Html(f"<{opening}>")
    inner = [esc(child) for child in children if child is not None]
    if not inner:
        return Html(f"<{opening}></{name}>")
    if len(inner) == 1 and "\n" not in inner[0]:
        return Html(f"<{opening}>{inner[0]}</{name}>")
    if name in ("pre", "textarea"):
        return Html(f"<{opening}>{''.join(inner)}</{name}>")
    return Html(f"<{opening}>\n{indent(join(*inner))}\n</{name}>")


def inline(*parts: str) -> Html:
    """Parts that stay on one line, in one child: `inline("By ", tag("b", name))`."""
    return Html("".join(esc(part) for part in parts))


def join(*parts: str | None) -> Html:
    """Parts on lines of their own."""
    return Html("\n".join(esc(part) for part in parts if part is not None))


def indent(markup: str) -> Html:
    return Html("  " + markup.replace("\n", "\n  "))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def document(title: str, css: str, *body: str | None, script: str = "", lang: str = "en") -> Html:
    """A complete page. `css` and `script` come without indentation and are laid one level deep."""
    return Html(
        "<!doctype html>\n"
        f'<html lang="{lang}">\n'
        "<head>\n"
        '  <meta charset="utf-8">\n'
        '  <meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"  <title>{esc(title)}</title>\n"
        f"  <style>\n{_deeper(css)}\n  </style>\n"
        "</head>\n"
        "<body>\n"
        f"{indent(join(*body))}\n"
        + (f"  <script>\n{_deeper(script)}\n  </script>\n" if script else "")
        + "</body>\n</html>\n"
    )


def _deeper(text: str) -> str:
    return "    " + text.strip().replace("\n", "\n    ")
