"""The one prompt template: training, evaluation and serving all use it.

It is kept as the tokenizer's chat template, so that any runtime that reads chat templates (transformers, llama.cpp,
vLLM, Ollama) frames a wish in the same way as the training did. A model from elsewhere brings its own chat template, or
is given one of `PRESETS`.

A page that is to be changed stands before the wish, as a turn that is over: an assistant's message, in terms of chat
templates. Models from elsewhere, whose templates may not start with one, get it within the wish, and so do servers,
since nobody knows whose model they serve: `asking`.
"""

from collections.abc import Iterable
from typing import NamedTuple

from htmlbuilder.errors import ModelError

PROMPT, PAGE, END = "<|prompt|>", "<|page|>", "<|end|>"
SPECIAL_TOKENS = (END, PROMPT, PAGE)
# What a model with this template may have learned; its config says what it has. Its new pages nest as `engines.grammar`
# says, which a model that was tuned further, on other pages, no longer claims.
WRITE, EDIT, NEST = "write", "edit", "nest"

# What stands between a wish and the page it is to change where both are one message, and what ends that page.
SEAM = "\n\nChange this HTML page so. Answer with the whole page, and leave everything else as it is.\n\n```html\n"
FENCE = "\n```"


def _quoted(text: str) -> str:
    return "'" + text.replace("\n", "\\n") + "'"


# The page of a message that holds one is put before its wish, as in training: a server knows messages only.
CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message.role == 'user' %}"
    f"{{% set parts = message.content.split({_quoted(SEAM)}) %}}"
    f"{{% if parts | length == 2 and parts[1].endswith({_quoted(FENCE)}) %}}"
    f"<|page|>{{{{ parts[1][:{1 - len(FENCE)}] }}}}<|end|><|prompt|>{{{{ parts[0] }}}}"
    "{% else %}<|prompt|>{{ message.content }}{% endif %}"
    "{% elif message.role == 'assistant' %}<|page|>{{ message.content }}<|end|>"
    "{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|page|>{% endif %}"
)


def clean(prompt: str) -> str:
    """The prompt as the model sees it: trimmed, and with no special token in it.

    A wish that spells out `<|end|>` must not end the turn: the bar is set apart, which reads the same, as plain text.
    """
    return prompt.strip().replace("<|", "< |")


def frame(prompt: str, html: str = "") -> str:
    """The text that stands before the page: what `CHAT_TEMPLATE` makes of one user message.

    `html`, a page to change, comes before it as an assistant's message. Its special tokens are set apart, and it ends
    in a line break, as the pages of the training do.
    """
    current = f"{PAGE}{disarm(html.strip(), SPECIAL_TOKENS)}\n{END}" if html else ""
    return f"{current}{PROMPT}{clean(prompt)}{PAGE}"


def asking(prompt: str, html: str = "") -> str:
    """The wish as one message, with the page it is to change, if any: what any model may be asked.

    `CHAT_TEMPLATE` makes of it what `frame` makes of both.
    """
    return f"{prompt.strip()}{SEAM}{html.strip()}{FENCE}" if html else prompt.strip()


def labelled(label: str) -> str:
    """The prompt of a page that only has a label: "login page" is asked for as a visitor of the app would ask."""
    named = " ".join(label.replace("_", " ").split())
    article = "" if named.lower().startswith(("a ", "an ", "the ")) else "an " if named[:1] in "aeiouAEIOU" else "a "
    return f"Write an HTML code to create {article}{named}"


class Preset(NamedTuple):
    """How to ask a model that has no chat template: the text around the wish, and what shows that its turn is over."""

    before: str
    after: str
    stop: str = ""

    def frame(self, prompt: str) -> str:
        return f"{self.before}{prompt}{self.after}"

    @property
    def chat_template(self) -> str:
        """The same as a chat template, for a model that was trained to end its turn by itself."""
        return (
            "{% for message in messages %}"
            f"{{% if message.role == 'user' %}}{{{{ {self.before!r} + message.content + {self.after!r} }}}}"
            "{% elif message.role == 'assistant' %}{{ message.content + eos_token }}"
            "{% endif %}{% endfor %}"
        )


PRESETS = {
    "plain": Preset("", "\n"),
    "human-assistant": Preset("### Human: ", "\n### Assistant: ", stop="### Human"),
    "instruction": Preset("### Instruction:\n", "\n\n### Response:\n", stop="### Instruction"),
    "alpaca": Preset(
        "Below is an instruction that describes a task. Write a response that appropriately completes the request.\n\n"
        "### Instruction:\n",
        "\n\n### Response:\n",
        stop="### Instruction",
    ),
    "falcon-instruct": Preset("User: ", "\nAssistant:", stop="\nUser:"),
}


def preset(name: str) -> Preset:
    """The preset called `name`. Raises `ModelError` with the list for "" and for a name that is not there."""
    if name in PRESETS:
        return PRESETS[name]
    problem = f"there is no template called {name}" if name else "this model has no chat template of its own"
    raise ModelError(problem, f"name the one it was trained with: --template {{{','.join(PRESETS)}}}")


def disarm(text: str, special_tokens: Iterable[str]) -> str:
    """The text with none of the `special_tokens` left whole in it: each is set apart after its first character."""
    for token in special_tokens:
        text = text.replace(token, f"{token[0]} {token[1:]}" if len(token) > 1 else "")
    return text
