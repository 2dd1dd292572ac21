"""The browser's door: a Build tab (prompt, editor, live preview) and an API tab, as Gradio Blocks.

The text of a page goes to the editor, and from there `assets/studio.js` shows it in the cage of `preview`. Admission and deadlines
are the gate's. Nothing a model wrote is ever put into the app's own document but as escaped text.
"""

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

from htmlbuilder.engines.base import Answer, GenerateRequest
from htmlbuilder.errors import HtmlBuilderError
from htmlbuilder.page import read_page
from htmlbuilder.settings import Settings
from htmlbuilder.web import api, preview
from htmlbuilder.web.gate import Gate

if TYPE_CHECKING:
    import gradio as gr

EXAMPLES = {
    "Login page": "Write an HTML code to create a login page",
    "Pricing": "A pricing table for Lumen Notes with three plans: Free, Plus at $8 and Team at $20",
    "Portfolio": "A portfolio for Ines Duarte, a wedding photographer",
    "Menu": "A menu for the restaurant Casa Oliva with starters, mains and desserts",
    "To-do list": "A to-do list where I can add tasks and tick them off",
    "Contact form": "A contact form with name, email and message, and a blue button",
    "Coming soon": "A coming soon page for the bakery Crumb & Co.",
    "404": "A 404 page in dark green with a link back home",
}
# Where the theme's own colours are too faint to read, or its boxes too loud.
COLOURS = {
    "body_background_fill": "*neutral_50",
    "body_background_fill_dark": "*neutral_950",
    "body_text_color_subdued": "*neutral_600",
    "body_text_color_subdued_dark": "*neutral_400",
    "block_label_text_color": "*neutral_700",
    "block_title_text_color": "*neutral_800",
    "block_title_text_weight": "600",
    "block_info_text_color": "*neutral_600",
    "block_info_text_color_dark": "*neutral_400",
    "input_background_fill": "white",
    "input_border_color": "*neutral_300",
    "input_border_color_focus": "*primary_600",
    "input_border_color_focus_dark": "*primary_400",
    "input_border_width": "1px",
    "input_placeholder_color": "*neutral_500",
    "input_placeholder_color_dark": "*neutral_400",
    "color_accent": "*primary_700",
    "button_primary_background_fill": "*primary_700",
    "button_primary_border_color": "*primary_700",
    "button_primary_border_color_dark": "*primary_700",
    "button_primary_background_fill_hover": "*primary_800",
    "button_primary_background_fill_dark": "*primary_700",
    "button_secondary_background_fill": "white",
    "button_secondary_background_fill_hover": "*neutral_100",
    "button_secondary_border_color": "*neutral_300",
    "button_border_width": "1px",
    "button_large_text_weight": "600",
    "button_small_text_weight": "500",
    "slider_color": "*primary_700",
}
PACE = 0.12  # seconds between two updates of the browser: quicker than an eye follows, slow enough for Gradio's queue
MOST_VERSIONS = 20
LARGEST_SEED = 2**32 - 1
Update = dict[str, object]


@dataclass(frozen=True)
class Version:
    """A page of this session, as it was written or since edited, and the line that says how it came about."""

    page: str
    status: str


@dataclass(frozen=True)
class History:
    """The pages of one session, oldest first, and which of them is open (-1: none yet)."""

    versions: tuple[Version, ...] = ()
    at: int = -1

    @property
    def page(self) -> str:
        return self.versions[self.at].page if self.versions else ""

    def edited(self, page: str) -> "History":
        """The same with the open version as it now stands in the editor."""
        if not self.versions or page == self.page:
            return self
        versions = list(self.versions)
        versions[self.at] = replace(versions[self.at], page=page)
        return replace(self, versions=tuple(versions))

    def add(self, version: Version) -> "History":
        versions = (*self.versions, version)[-MOST_VERSIONS:]
        return History(versions, len(versions) - 1)

    def step(self, by: int) -> "History":
        return replace(self, at=min(max(self.at + by, 0), len(self.versions) - 1))


class Halt:
    """Lets one coroutine end the generation of another, at once, whatever it waits for."""

    def __init__(self) -> None:
        self._pulled = asyncio.Event()

    def pull(self) -> None:
        self._pulled.set()

    async def until(self, items: AsyncIterator[str | Answer]) -> AsyncIterator[str | Answer]:
        """The items as they come, at most one each `PACE` seconds, until the halt is pulled."""
        pulled = asyncio.create_task(self._pulled.wait())
        try:
            while not pulled.done():
                item = asyncio.ensure_future(anext(items))
                try:
                    await asyncio.wait({item, pulled}, return_when=asyncio.FIRST_COMPLETED)
                finally:
                    if not item.done():
                        item.cancel()
                        await asyncio.wait({item})
                if item.cancelled():
                    return
                yield (result := item.result())
                if isinstance(result, Answer):
                    return
                await asyncio.wait({pulled}, timeout=PACE)
        finally:
            pulled.cancel()


async def write(gate: Gate, values: dict[str, object], history: History, halt: Halt) -> AsyncIterator[Update]:
    """One press of Generate: what to change in the browser, by the names of `_Parts`, as the page is written.

    A run that fails leaves the open page as it was; one that is stopped leaves what it had written, unless that is nothing.
    """
    run, text, answer = secrets.token_hex(4), "", None
    yield {"status": note("Writing…" if gate.ready else "The model is loading…")}
    try:
        wish = api.parse(GenerateRequest, values)
        async with contextlib.aclosing(_when_ready(gate, wish)) as items:
            async for item in halt.until(items):
                if isinstance(item, Answer):
                    answer = item
                    break
                text += item
                progress = {"run": run, "phase": "writing"}
                yield {"code": text, "progress": progress, "status": note("Writing…", f"{len(text):,} characters")}
        page = answer.html if answer else read_page(text).html if text.strip() else ""
        if page.strip():
            ending = finished(answer, wish) if answer else note("Stopped.", f"{len(text):,} characters were written", f"seed {wish.seed}")
            history = history.add(Version(page, ending))
        else:
            ending = note("The model wrote nothing." if answer else "Stopped before anything was written.", *_kept(history))
    except HtmlBuilderError as error:
        ending = note(f"Failed: {error.message}.", error.hint, *_kept(history), alarm=True)
    yield {"code": history.page or text, "progress": {"run": run, "phase": "ended"}, "history": history, "status": ending, **turned(history)}


async def _when_ready(gate: Gate, wish: GenerateRequest) -> AsyncIterator[str | Answer]:
    if not gate.ready:
        await asyncio.to_thread(gate.wait_ready, gate.settings.deadline)
    async with contextlib.aclosing(gate.stream(wish)) as items:  # type: ignore[type-var]
        async for item in items:
            yield item


def _kept(history: History) -> tuple[str, ...]:
    return ("the last page is still here",) if history.versions else ()


def note(headline: str, *details: str, alarm: bool = False) -> str:
    """The status line as HTML. Everything in it is escaped."""
    rest = "".join(f"<span>{escape(detail)}</span>" for detail in details if detail)
    return f'<p class="note{" alarm" if alarm else ""}"><strong>{escape(headline)}</strong>{rest}</p>'


def finished(answer: Answer, wish: GenerateRequest) -> str:
    """How the answer came about: how it ended, how fast, and all that it takes to have it again."""
    endings = {"stop": "Finished.", "length": f"Cut off at {answer.tokens:,} tokens.", "cancelled": "Stopped."}
    return note(
        endings[answer.finish_reason],
        f"{answer.tokens:,} tokens in {answer.seconds:.1f} s ({answer.tokens / max(answer.seconds, 0.001):,.0f} tokens/s)",
        f"seed {answer.seed}" + ("" if wish.temperature else " (greedy: any seed gives this page)"),
        f"model {answer.model} {answer.digest.removeprefix('sha256:')[:12]}".strip(),
        f"mended: {', '.join(answer.repairs)}" if answer.repairs else "",
    )


def turned(history: History) -> Update:
    """The version controls, as they must look with `history`."""
    count = f"{history.at + 1} of {len(history.versions)}" if history.versions else ""
    return {
        "place": f'<p class="place">{"Version " + count if count else ""}</p>',
        "previous": {"interactive": history.at > 0},
        "following": {"interactive": history.at < len(history.versions) - 1},
    }


def launch_options() -> dict[str, Any]:
    """What `gr.Blocks.launch` needs to know of the looks: everything local, no font or script from elsewhere."""
    import gradio as gr

    sans = ("ui-sans-serif", "system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
    mono = ("ui-monospace", "SF Mono", "Cascadia Code", "DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
    theme = gr.themes.Base(primary_hue="teal", neutral_hue="stone", radius_size="md", font=sans, font_mono=mono).set(**COLOURS)
    return {
        "theme": theme,
        "css": (preview.ASSETS / "studio.css").read_text(encoding="utf-8"),
        "js": (preview.ASSETS / "studio.js").read_text(encoding="utf-8"),
        "footer_links": [],
        "run_history": False,
    }


def build(gate: Gate, settings: Settings) -> "gr.Blocks":
    """The whole app. Launch it with `launch_options()` and behind `preview.HEADERS`."""
    import gradio as gr

    with gr.Blocks(title="htmlbuilder", analytics_enabled=False, fill_width=True) as demo:
        _html(gr, '<header><h1>htmlbuilder</h1><p>Say what the page should be, and watch it being written.</p></header>')
        with gr.Tabs():
            with gr.Tab("Build", id="build"):
                parts = _build_tab(gr)
            with gr.Tab("API", id="api") as tab:
                _api_tab(gr, tab, parts)
        api.register_client_api(gate)  # first, or the events below take its name
        _wire(gr, demo, gate, parts)
    return demo


def _html(gr: Any, value: str, **options: Any) -> Any:
    """HTML of our own, in our own style."""
    return gr.HTML(value, apply_default_css=False, **options)


def _build_tab(gr: Any) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    with gr.Row(elem_id="ask"):
        parts["prompt"] = gr.Textbox(
            label="What should the page be?", info="Enter generates, Shift+Enter starts a new line", placeholder=EXAMPLES["Login page"],
            lines=1, max_lines=8, autofocus=True, scale=8, elem_id="prompt",
        )  # fmt: skip
        with gr.Column(scale=1, min_width=150, elem_id="go"):
            parts["generate"] = gr.Button("Generate", variant="primary")
            parts["stop"] = gr.Button("Stop", interactive=False)
    parts["examples"] = gr.Dataset(
        label="Examples", show_label=False, components=[parts["prompt"]], samples=[[wish] for wish in EXAMPLES.values()],
        sample_labels=list(EXAMPLES), elem_id="examples",
    )  # fmt: skip
    with gr.Accordion("Settings", open=False, elem_id="settings"):
        parts |= _knobs(gr, new_seed=True)
    parts["status"] = _html(gr, "", elem_id="status")
    with gr.Row(elem_id="panes"):
        with gr.Column(min_width=320):
            with gr.Row(elem_classes="bar"):
                _html(gr, "<h2>HTML</h2>")
                parts["place"] = _html(gr, "")
                parts["previous"] = gr.Button("Previous", size="sm", interactive=False)
                parts["following"] = gr.Button("Next", size="sm", interactive=False)
                parts["copy"] = gr.Button("Copy", size="sm")
                parts["download"] = gr.Button("Download", size="sm")
            parts["code"] = gr.Code(
                language="html", interactive=True, show_label=False, label="HTML", wrap_lines=True, buttons=[], elem_id="code"
            )
        with gr.Column(min_width=320, elem_id="right"):
            _html(gr, preview.pane())
    parts["progress"] = gr.JSON(visible=False)
    parts["history"] = gr.State(History())
    return parts


def _knobs(gr: Any, new_seed: bool) -> dict[str, Any]:
    """One control for each optional field of a request; with `new_seed`, also whether Generate draws the seed."""
    default = {name: field.default for name, field in GenerateRequest.model_fields.items()}
    knobs: dict[str, Any] = {}
    with gr.Row():
        knobs["seed"] = gr.Number(default["seed"], label="Seed", precision=0, minimum=0, maximum=LARGEST_SEED, min_width=140)
        if new_seed:
            knobs["new_seed"] = gr.Checkbox(True, label="New seed each time", min_width=140)
        knobs["temperature"] = gr.Slider(0, 2, default["temperature"], step=0.05, label="Temperature", info="0 is greedy", min_width=220)
        knobs["top_p"] = gr.Slider(0.05, 1, default["top_p"], step=0.05, label="Top-p", info="1 is all words", min_width=220)
        knobs["max_new_tokens"] = gr.Slider(
            16, 8_192, default["max_new_tokens"], step=16, label="Length", info="in tokens, at most", min_width=220
        )
    return knobs


def _wire(gr: Any, demo: Any, gate: Gate, parts: dict[str, Any]) -> None:
    halts: dict[str | None, Halt] = {}
    shown = {name: part for name, part in parts.items() if name not in ("examples", "generate", "copy", "download")}

    def updates(update: Update) -> dict[Any, object]:
        return {shown[name]: gr.update(**value) if isinstance(value, dict) and name != "progress" else value for name, value in update.items()}

    async def generate(
        prompt: str, seed: int, new_seed: bool, temperature: float, top_p: float, length: int, page: str, history: History,
        request: gr.Request,
    ) -> AsyncIterator[dict[Any, object]]:  # fmt: skip
        if request.session_hash in halts:
            return  # one page at a time in one window: Stop comes first
        halt = halts[request.session_hash] = Halt()
        seed = secrets.randbelow(LARGEST_SEED + 1) if new_seed else seed
        values = {"prompt": prompt, "seed": seed, "temperature": temperature, "top_p": top_p, "max_new_tokens": length}
        yield updates({"seed": seed, "stop": {"interactive": True}})
        try:
            async with contextlib.aclosing(write(gate, values, history.edited(page or ""), halt)) as changes:
                async for update in changes:
                    yield updates(update)
            yield updates({"stop": {"interactive": False}})
        finally:
            halts.pop(request.session_hash, None)

    async def stop(request: gr.Request) -> None:
        if halt := halts.get(request.session_hash):
            halt.pull()

    def turn(by: int) -> Any:
        def turned_page(page: str, history: History) -> dict[Any, object]:
            moved = history.edited(page or "").step(by)
            opened = moved.versions[moved.at]
            return updates({"code": opened.page, "status": opened.status, "history": moved, **turned(moved)})

        return turned_page

    unlisted = {"api_visibility": "private", "show_progress": "hidden"}
    wish = [parts[name] for name in ("prompt", "seed", "new_seed", "temperature", "top_p", "max_new_tokens", "code", "history")]
    start = {"fn": generate, "inputs": wish, "outputs": list(shown.values()), "concurrency_limit": None, **unlisted}
    gr.on([parts["generate"].click, parts["prompt"].submit], **start)
    parts["examples"].click(lambda sample: sample[0], parts["examples"], parts["prompt"], **unlisted).then(**start)
    parts["stop"].click(stop, concurrency_limit=None, queue=False, **unlisted)
    for name, by in (("previous", -1), ("following", 1)):
        parts[name].click(turn(by), [parts["code"], parts["history"]], list(shown.values()), **unlisted)
    for part in (parts["code"], parts["progress"]):
        part.change(None, [parts["code"], parts["progress"]], js="studio.show")
    demo.load(None, js="studio.start")
    parts["copy"].click(None, parts["code"], js="studio.copy")
    parts["download"].click(None, parts["code"], js="studio.download")


def _api_tab(gr: Any, tab: Any, build: dict[str, Any]) -> None:
    _html(
        gr,
        '<h2>One endpoint</h2><p class="lead"><code>POST /generate</code> takes a JSON object and answers with the page. '
        "With <code>stream</code>, it answers with server-sent events: <code>piece</code> with some text, many times, then "
        "<code>done</code> with the whole answer, or <code>error</code>.</p>" + fields_table(),
    )
    with gr.Row(elem_id="try"):
        with gr.Column(min_width=320):
            _html(gr, '<div class="bar"><h2>Request</h2></div>')
            prompt = gr.Textbox(label="Prompt", lines=2, max_lines=8)
            knobs = _knobs(gr, new_seed=False)
            stream = gr.Checkbox(label="Stream")
            body = gr.Code(language="json", interactive=True, label="Body, sent as it stands here", buttons=[], elem_id="body")
            with gr.Row(elem_classes="pair"):
                send = gr.Button("Send", variant="primary")
                cancel = gr.Button("Cancel")
        with gr.Column(min_width=320):
            _html(gr, (preview.ASSETS / "response.html").read_text(encoding="utf-8"))
    _html(gr, "<h2>The same from a program</h2>")
    with gr.Tabs():
        snippets = []
        for name, language in (("curl", "shell"), ("Python", "python"), ("JavaScript", "javascript")):
            with gr.Tab(name):
                snippets.append(gr.Code(language=language, interactive=False, label=name, buttons=["copy"], elem_classes="snippet"))
    form = [prompt, *knobs.values(), stream]
    same = [build[name] for name in ("prompt", *knobs)]
    tab.select(None, same, form[:-1], js="studio.same")
    gr.on([part.change for part in form], None, form, body, js="studio.body")
    body.change(None, body, snippets, js="studio.snippets")
    send.click(None, body, js="studio.send")
    cancel.click(None, js="studio.cancel")


def fields_table() -> str:
    """The fields of a request as an HTML table, from the model that checks them."""
    rows = []
    for name, field in api.GenerateBody.model_json_schema()["properties"].items():
        low, high = field.get("minimum", field.get("exclusiveMinimum", "")), field.get("maximum", "")
        span = f"{low} to {high}" if high != "" else f"up to {field['maxLength']:,} characters" if "maxLength" in field else ""
        default = json.dumps(field["default"]) if "default" in field else "required"
        cells = (f"<code>{name}</code>", field["type"], default, span, escape(field.get("description", "")))
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    head = "".join(f"<th scope=col>{title}</th>" for title in ("Field", "Type", "Default", "Range", "What it does"))
    return f'<div class="table" tabindex="0" role="region" aria-label="The fields of a request"><table><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
