"""The cage around a generated page: what stands before it in its frame, and the headers of the app around that frame.

A generated page is hostile until shown otherwise. It is shown in one place only: a `srcdoc` frame with
`sandbox="allow-scripts"` and nothing more, behind the policies below. The frames themselves are made by
`assets/studio.js`; what runs in them first is `assets/frame.js`. `tests/browser` tries to get out.
"""

import base64
import hashlib
import html
from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
FRAME_SCRIPT = (ASSETS / "frame.js").read_text(encoding="utf-8")

# The app itself may use its own origin and nothing else, and a srcdoc frame inherits all of it. `frame-src 'none'`
# leaves srcdoc alone and forbids the frame every other address, so it cannot navigate itself away. WebRTC obeys no
# policy but Connection-Allowlist, which only Chromium knows, from 152 on; elsewhere `frame.js` hides it, no more.
HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio compiles event handlers from strings
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self' https://huggingface.co",  # a Space is shown in a frame there
        )
    ),
    "Connection-Allowlist": "(response-origin)",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), payment=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def cage(live: bool) -> str:
    """What is put before a page, whatever the page is: the policy, then the frame script.

    Not live, only the frame script may run: a page that is still being written has half a script in it. It is prepended
    and not put into the head, because finding the head of a hostile page is a guess; a srcdoc document stays in
    standards mode with a meta before its doctype.
    """
    digest = base64.b64encode(hashlib.sha256(FRAME_SCRIPT.encode()).digest()).decode()
    scripts = "'unsafe-inline'" if live else f"'sha256-{digest}'"
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "media-src data: blob:; form-action 'none'; base-uri 'none'"
    )
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        f'<script data-live="{"yes" if live else "no"}">{FRAME_SCRIPT}</script>'
    )


def document(page: str, live: bool) -> str:
    """The `srcdoc` that shows `page` in its frame, its scripts on or off."""
    return cage(live) + page


def pane() -> str:
    """The preview pane of the studio: the toolbar, the stage for the frames, the list of what the cage held back."""
    template = (ASSETS / "pane.html").read_text(encoding="utf-8")
    return template.replace("{live}", html.escape(cage(live=True))).replace("{still}", html.escape(cage(live=False)))
