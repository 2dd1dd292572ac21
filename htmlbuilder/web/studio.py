"""The browser's door: a Build tab (prompt, editor, live preview) and an API tab, as Gradio Blocks.

The text of a page goes to the editor, and from there `assets/studio.js` shows it in the cage of `preview`. What a press
of Generate does is in `writing`; admission and deadlines are the gate's. Nothing a model wrote is ever put into the
app's own document but as text.
"""

import asyncio
import contextlib
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import fields
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from htmlbuilder.engines.base import Answer
from htmlbuilder.web import api, preview, writing
from htmlbuilder.web.gate import Gate

if TYPE_CHECKING:
    import gradio as gr

EXAMPLES = {
    "Login page": "Write an HTML code to create a login page",
    "Landing page": "A landing page for Kettle & Crow, a coffee roaster",
    "Pricing": "A pricing page for Lumen Notes with three plans: Basic at $5, Plus at $12 and Team at $30",
    "Portfolio": "A portfolio for Ines Duarte, a wedding photographer, with six projects",
    "Menu": "A menu for the restaurant Casa Oliva with starters, mains and desserts",
    "To-do list": "A to-do list app with three tasks: Buy milk, Call Ada and Water the plants",
    "Contact form": "A contact form with name, email and message, and a blue button",
    "Coming soon": "A coming soon page for the bakery Crumb & Co. opening on 12 May",
    "404": "A green 404 page with a button back home",
}
FIELDS: dict[str, dict[str, Any]] = api.GenerateBody.model_json_schema()["properties"]
UNABLE = "<p>This model writes new pages. It has not learned to change one: ask for all you want in the prompt.</p>"
CANDIDATES = 4  # of the embedded model, whose pages take a second each; elsewhere one is what people expect to pay for
LOOK_AGAIN = 0.2  # seconds between looks at whether the model is open
WISH = ("prompt", "seed", "temperature", "top_p", "max_new_tokens", "best_of")
UNLISTED: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
SANS = ("ui-sans-serif", "system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Arial", "sans-serif")
MONO = ("ui-monospace", "SF Mono", "Cascadia Code", "DejaVu Sans Mono", "Menlo", "Consolas", "monospace")
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
    "block_background_fill_dark": "*neutral_900",
    "input_background_fill": "white",
    "input_background_fill_dark": "*neutral_900",
    "input_border_color": "*neutral_300",
    "input_border_color_dark": "*neutral_600",
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
    "button_secondary_background_fill_dark": "*neutral_800",
    "button_secondary_background_fill_hover": "*neutral_100",
    "button_secondary_background_fill_hover_dark": "*neutral_700",
    "button_secondary_border_color": "*neutral_300",
    "button_border_width": "1px",
    "button_large_text_weight": "600",
    "button_small_text_weight": "500",
    "slider_color": "*primary_700",
}
GRADIO_PAGE = "frontend/index.html"
Parts = dict[str, Any]  # Gradio's components, by the names used here


def launch_options() -> dict[str, Any]:
    """What `gr.Blocks.launch` needs to know of the looks: everything local, no font or script from elsewhere."""
    import gradio as gr

    theme = gr.themes.Base(primary_hue="teal", neutral_hue="stone", radius_size="md", font=SANS, font_mono=MONO)
    return {
        "theme": theme.set(**COLOURS),
        "css": _asset("studio.css"),
        "footer_links": [],
        "run_history": False,
    }


def build(gate: Gate) -> "gr.Blocks":
    """The whole app. Launch it with `launch_options()` and behind `preview.HEADERS`."""
    import gradio as gr

    _run_first(_asset("studio.js"))
    demo = gr.Blocks(title="htmlbuilder", analytics_enabled=False, fill_width=True)
    with demo:
        _html("<header><h1>htmlbuilder</h1><p>Say what the page should be, and watch it being written.</p></header>")
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab("Build"):
                parts = _ask(1 if gate.settings.model else CANDIDATES) | _panes()
            with gr.Tab("API") as tab:
                form = _api_tab()
        demo.load(None, js="studio.start")
        _wire_skills(gate, demo, parts, form)
        api.register_client_api(gate)  # first, or an event below takes the name /generate
        _wire_generate(gate, parts)
        _wire_pages(parts)
        _wire_api(tab, parts, form)
    return demo


def _run_first(script: str) -> None:
    """Puts a script before all others in the page that Gradio serves.

    Listeners of a window are called in the order they came. Gradio loads one (iframeResizer) that takes orders from any
    frame's message, and its own `js` and `head` come after that: a caged page could restyle the app.
    """
    import gradio as gr
    import jinja2
    from gradio.routes import templates

    page = Path(gr.__file__).with_name("templates") / GRADIO_PAGE
    before, after = page.read_text(encoding="utf-8").split("<head>")
    text = f"{before}<head><script>{{% raw %}}{script}{{% endraw %}}</script>{after}"
    templates.env.loader = jinja2.DictLoader({GRADIO_PAGE: text})


def _ask(candidates: int) -> Parts:
    """The upper half of the Build tab: what to write, and how. Of up to so many `candidates` the best is kept."""
    import gradio as gr

    parts: Parts = {}
    with gr.Row(elem_id="ask"):
        parts["prompt"] = gr.Textbox(
            label="What should the page be?",
            info="Enter writes a new page, Shift+Enter starts a new line",
            placeholder=EXAMPLES["Login page"],
            max_lines=8,
            autofocus=True,
            scale=8,
            elem_id="prompt",
        )
        with gr.Row(elem_id="go"):
            parts["generate"] = gr.Button("Generate", variant="primary")
            parts["change"] = gr.Button("Change this page", interactive=False)
            parts["stop"] = gr.Button("Stop", interactive=False)
    parts["unable"] = _html(elem_id="unable")
    with gr.Row(elem_id="extras"):
        parts["examples"] = gr.Dataset(
            label="Examples",
            show_label=False,
            components=[parts["prompt"]],
            samples=[[wish] for wish in EXAMPLES.values()],
            sample_labels=list(EXAMPLES),
            elem_id="examples",
        )
        with gr.Accordion("Settings", open=False, elem_id="settings"), gr.Row(elem_classes="knobs"):
            parts |= _knobs(candidates)
            parts["new_seed"] = gr.Checkbox(True, label="New seed each time", min_width=140)
    return parts


def _panes() -> Parts:
    """The lower half of the Build tab: how it went, the editor, the preview."""
    import gradio as gr

    parts: Parts = {"status": _html(elem_id="status"), "report": _html(elem_id="report")}
    with gr.Row(elem_id="panes"):
        with gr.Column(min_width=320, elem_classes="card"):
            with gr.Row(elem_classes="bar"):
                _html("<h2>HTML</h2>")
                parts["place"] = _html()
                parts["previous"] = gr.Button("Previous", size="sm", interactive=False)
                parts["following"] = gr.Button("Next", size="sm", interactive=False)
                parts["copy"] = gr.Button("Copy", size="sm")
                parts["download"] = gr.Button("Download", size="sm")
            parts["code"] = gr.Code(
                language="html",
                interactive=True,
                label="HTML",
                show_label=False,
                wrap_lines=True,
                buttons=[],
                elem_id="code",
            )
        with gr.Column(min_width=320, elem_id="right", elem_classes="card"):
            _html(preview.pane())
    parts["progress"] = gr.JSON(visible=False)
    parts["history"] = gr.State(writing.History())
    return parts


def _knobs(candidates: int = 1) -> Parts:
    """One control for each optional field of a request."""
    import gradio as gr

    def slider(name: str, label: str, info: str, low: float, step: float, now: float | None = None) -> gr.Slider:
        field = FIELDS[name]
        now = field["default"] if now is None else now
        return gr.Slider(low, field["maximum"], now, step=step, label=label, info=info, min_width=180, buttons=[])

    seed = FIELDS["seed"]
    return {
        "seed": gr.Number(
            seed["default"], label="Seed", precision=0, minimum=seed["minimum"], maximum=seed["maximum"], min_width=140
        ),
        "temperature": slider("temperature", "Temperature", "0 is greedy", 0, 0.05),
        "top_p": slider("top_p", "Top-p", "1 is all words", 0.05, 0.05),
        "max_new_tokens": slider("max_new_tokens", "Length", "tokens at most", 16, 16),
        "best_of": slider("best_of", "Candidates", "the best is kept", FIELDS["best_of"]["minimum"], 1, candidates),
    }


def _api_tab() -> Parts:
    """The endpoint, its fields, and a form that sends the very request it shows."""
    import gradio as gr

    parts: Parts = {}
    answer = ", ".join(f"<code>{field.name}</code>" for field in fields(Answer))
    _html(_asset("endpoint.html").replace("{answer}", answer).replace("{rows}", fields_rows()))
    with gr.Row(elem_id="try"):
        with gr.Column(min_width=320, elem_classes="card"):
            _html('<div class="bar"><h2>Request</h2></div>')
            with gr.Column(elem_classes="inside"):
                parts["prompt"] = gr.Textbox(label="Prompt", lines=2, max_lines=8)
                with gr.Row(elem_classes="knobs"):
                    parts |= _knobs()
                    parts["stream"] = gr.Checkbox(label="Stream", info="send the page as it is written", min_width=180)
                    parts["with_page"] = gr.Checkbox(
                        label="Change", info="the page of the Build tab, instead of writing a new one", min_width=180
                    )
                parts["body"] = gr.Code(
                    language="json", interactive=True, label="Body, sent as it stands here", buttons=[], elem_id="body"
                )
                with gr.Row(elem_classes="pair"):
                    parts["send"] = gr.Button("Send", variant="primary")
                    parts["cancel"] = gr.Button("Cancel")
        with gr.Column(min_width=320, elem_classes="card"):
            _html(_asset("response.html"), elem_id="answer")
    _html("<h2>The same from a program</h2>")
    with gr.Tabs(elem_id="programs"):
        for name, language in (("curl", "shell"), ("Python", "python"), ("JavaScript", "javascript")):
            with gr.Tab(name):
                parts[name] = gr.Code(language=language, interactive=False, label=name, buttons=["copy"])  # type: ignore[arg-type]
    return parts


def _wire_generate(gate: Gate, parts: Parts) -> None:
    import gradio as gr

    halts: dict[str | None, writing.Halt] = {}
    asked = [parts[name] for name in (*WISH, "new_seed", "code", "history")]
    outputs = ("seed", "code", "progress", "status", "report", "history", "stop", "place", "previous", "following")
    changed = [parts[name] for name in outputs]

    def press(changing: bool) -> Callable[..., AsyncIterator[dict[Any, object]]]:
        async def pressed(request: gr.Request, *values: Any) -> AsyncIterator[dict[Any, object]]:
            session = request.session_hash
            if session in halts:
                return  # one page at a time in one window: Stop comes first
            *wish, fresh, page, history = values
            asked_for = dict(zip(WISH, wish, strict=True)) | ({"html": page or ""} if changing else {})
            if fresh:
                asked_for["seed"] = secrets.randbelow(FIELDS["seed"]["maximum"] + 1)
            halt = halts[session] = writing.Halt()
            run = secrets.token_hex(4)
            try:
                yield {parts["seed"]: asked_for["seed"], parts["stop"]: gr.update(interactive=True)}
                history = history.edited(page or "", keep=changing)
                updates = writing.write(gate, asked_for, history, halt)
                async with contextlib.aclosing(updates):
                    async for update in updates:
                        yield _changes(parts, update, run)
            finally:
                del halts[session]

        return pressed

    async def stop(request: gr.Request) -> None:
        if halt := halts.get(request.session_hash):
            halt.pull()

    start: dict[str, Any] = {
        "fn": press(changing=False),
        "inputs": asked,
        "outputs": changed,
        "concurrency_limit": None,
        **UNLISTED,
    }
    gr.on([parts["generate"].click, parts["prompt"].submit], **start)
    parts["change"].click(**start | {"fn": press(changing=True)})
    chosen = parts["examples"].click(lambda sample: sample[0], parts["examples"], parts["prompt"], **UNLISTED)
    chosen.then(**start)
    parts["stop"].click(stop, concurrency_limit=None, queue=False, **UNLISTED)


def _changes(parts: Parts, update: writing.Update, run: str) -> dict[Any, object]:
    """An update as Gradio takes it: the components that change, with what they change to."""
    import gradio as gr

    changes: dict[Any, object] = {parts["status"]: update.status}
    if update.text is None:
        changes[parts["report"]] = ""
    if update.text is not None:
        changes |= {parts["code"]: update.text, parts["progress"]: {"run": run, "phase": update.phase}}
    if update.history is not None:
        changes |= _opened(parts, update.history)
        changes[parts["stop"]] = gr.update(interactive=False)
    return changes


def _opened(parts: Parts, history: writing.History) -> dict[Any, object]:
    """What changes when another version is open."""
    import gradio as gr

    count = len(history.versions)
    return {
        parts["history"]: history,
        parts["report"]: history.versions[history.at].report if count else "",
        parts["place"]: f'<p class="place">Version {history.at + 1} of {count}</p>' if count else "",
        parts["previous"]: gr.update(interactive=history.at > 0),
        parts["following"]: gr.update(interactive=history.at < count - 1),
    }


def _wire_pages(parts: Parts) -> None:
    """The editor: what is in it is shown, whoever put it there; earlier versions, copy, download."""

    def turn(by: int) -> Callable[..., dict[Any, object]]:
        def turned(page: str | None, history: writing.History) -> dict[Any, object]:
            history = history.edited(page or "").step(by)
            version = history.versions[history.at]
            return {parts["code"]: version.page, parts["status"]: version.status, **_opened(parts, history)}

        return turned

    changed = [parts[name] for name in ("code", "status", "history", "place", "previous", "following", "report")]
    parts["previous"].click(turn(-1), [parts["code"], parts["history"]], changed, **UNLISTED)
    parts["following"].click(turn(+1), [parts["code"], parts["history"]], changed, **UNLISTED)
    for part in (parts["code"], parts["progress"]):
        part.change(None, [parts["code"], parts["progress"]], parts["change"], js="studio.show")
    said = parts["copy"].click(None, parts["code"], parts["copy"], js="studio.copy")
    said.then(None, None, parts["copy"], js="studio.copied")
    parts["download"].click(None, parts["code"], js="studio.download")


def _wire_skills(gate: Gate, demo: "gr.Blocks", parts: Parts, form: Parts) -> None:
    """Takes away what the model has not learned, and says so, as soon as it is open."""
    import gradio as gr

    async def tell() -> dict[Any, object]:
        began = time.monotonic()
        while not gate.ready and gate.failure is None and time.monotonic() - began < gate.settings.deadline:
            await asyncio.sleep(LOOK_AGAIN)
        able = gate.engine is None or gate.engine.can_edit
        seen = gr.update(visible=able)
        return {parts["change"]: seen, form["with_page"]: seen, parts["unable"]: "" if able else UNABLE}

    outputs = [parts["change"], parts["unable"], form["with_page"]]
    demo.load(tell, None, outputs, concurrency_limit=None, **UNLISTED)


def _wire_api(tab: Any, build_tab: Parts, form: Parts) -> None:
    import gradio as gr

    filled = [form[name] for name in (*WISH, "stream", "with_page")]
    tab.select(None, [build_tab[name] for name in WISH], filled[: len(WISH)], js="studio.same")
    told = [*filled, build_tab["code"]]
    gr.on([*(part.change for part in filled), tab.select], None, told, form["body"], js="studio.body")
    form["body"].change(None, form["body"], [form["curl"], form["Python"], form["JavaScript"]], js="studio.snippets")
    form["send"].click(None, form["body"], js="studio.send")
    form["cancel"].click(None, js="studio.cancel")


def fields_rows() -> str:
    """The fields of a request as the rows of an HTML table, from the model that checks them."""
    rows = []
    for name, field in FIELDS.items():
        reach = ""
        if "maximum" in field:
            reach = f"{'over ' if 'exclusiveMinimum' in field else ''}{field.get('minimum', 0)} to {field['maximum']}"
        elif "maxLength" in field:
            reach = f"up to {field['maxLength']:,} characters"
        default = json.dumps(field["default"]) if "default" in field else "required"
        cells = (f"<code>{name}</code>", field["type"], default, reach, escape(field.get("description", "")))
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    return "".join(rows)


def _html(value: str = "", **options: Any) -> "gr.HTML":
    """HTML of our own, in our own style."""
    import gradio as gr

    return gr.HTML(value, apply_default_css=False, **options)


def _asset(name: str) -> str:
    return (preview.ASSETS / name).read_text(encoding="utf-8")
