"""The one prompt template: training, evaluation and serving all use it.

It is kept as the tokenizer's chat template, so that any runtime that reads chat templates (transformers, llama.cpp,
vLLM, Ollama) frames a wish in the same way as the training did.
"""

PROMPT, PAGE, END = "<|prompt|>", "<|page|>", "<|end|>"
SPECIAL_TOKENS = (END, PROMPT, PAGE)

CHAT_TEMPLATE = (
    "{% for message in messages %}"
    "{% if message.role == 'user' %}<|prompt|>{{ message.content }}"
    "{% elif message.role == 'assistant' %}<|page|>{{ message.content }}<|end|>"
    "{% endif %}{% endfor %}"
    "{% if add_generation_prompt %}<|page|>{% endif %}"
)


def clean(prompt: str) -> str:
    """The prompt as the model sees it: trimmed, and with no special token in it.

    A wish that spells out `<|end|>` must not end the turn: the bar is set apart, which reads the same and is plain text.
    """
    return prompt.strip().replace("<|", "< |")


def frame(prompt: str) -> str:
    """The text that stands before the page: what `CHAT_TEMPLATE` makes of one user message."""
    return f"{PROMPT}{clean(prompt)}{PAGE}"
