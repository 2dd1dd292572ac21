"""A toy model of the real shape: small, random, the same on every run. It writes nonsense, but through every door."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from htmlbuilder import prompt

LINES = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n  <meta charset="utf-8">\n  <title>Login</title>\n',
    "  <style>\n    body { margin: 0; font-family: sans-serif; color: #222; }\n  </style>\n</head>\n<body>\n",
    '  <main>\n    <h1>Welcome back</h1>\n    <form>\n      <label for="email">Email</label>\n',
    '      <input id="email" type="email" required>\n      <button>Log in</button>\n    </form>\n  </main>\n',
    '  <ul>\n    <li><a href="#menu">Menu</a></li>\n    <li>Café – €12.50</li>\n  </ul>\n</body>\n</html>\n',
    "Write an HTML code to create a login page",
)
# Standard deviations, in 1/sqrt(inputs). The layers outweigh the embedding, or a token would only predict itself;
# the MLP adds little, because llama.cpp rounds its GELU, and a random model blows up what a trained one swallows.
SIZES = {"word_embeddings": 3.4, "self_attention.dense": 8, "4h_to_h": 1, "query_key_value": 3, "h_to_4h": 3}


def write_tokenizer(directory: Path, lines: Sequence[str] = LINES, vocabulary: int = 480) -> int:
    """A byte-level BPE of the shape the real model uses, trained on `lines`. Returns the size of its vocabulary."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    def pre_tokenizer(digits: str) -> Any:
        steps = [
            pre_tokenizers.Split(Regex(digits), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
        return pre_tokenizers.Sequence(steps)

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizer(r"\p{N}")  # while it trains: no merge may join two digits
    tokenizer.decoder = decoders.ByteLevel()
    special = [AddedToken(token, special=True, normalized=False) for token in prompt.SPECIAL_TOKENS]
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary,
        special_tokens=special,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator(lines, trainer)
    tokenizer.pre_tokenizer = pre_tokenizer(r"\p{N}+")
    wrapped = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        eos_token=prompt.END,
        pad_token=prompt.END,
        clean_up_tokenization_spaces=False,
        chat_template=prompt.CHAT_TEMPLATE,
    )
    wrapped.save_pretrained(directory)
    return len(wrapped)


def falcon_config(vocabulary: int, hidden: int, layers: int, context: int, **more: Any) -> Any:
    """A Falcon of the embedded model's kind, with two heads."""
    from transformers import FalconConfig

    return FalconConfig(
        vocab_size=vocabulary,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=2,
        multi_query=True,
        parallel_attn=True,
        new_decoder_architecture=False,
        bias=False,
        alibi=False,
        tie_word_embeddings=True,
        max_position_embeddings=context,
        bos_token_id=0,
        eos_token_id=0,
        pad_token_id=0,
        **more,
    )


def write_weights(directory: Path, vocabulary: int) -> None:
    """A Falcon of three layers with two heads of 64. Greedy, it wanders for hundreds of tokens; most texts end."""
    import torch
    from transformers import FalconForCausalLM

    config = falcon_config(vocabulary, 128, layers=3, context=1024, skills=[prompt.WRITE, prompt.EDIT])
    generator = torch.Generator().manual_seed(7)
    model = FalconForCausalLM(config)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            if weight.ndim == 1:
                weight += 0.1 * noise
            else:
                size = next(size for part, size in SIZES.items() if part in name)
                weight.copy_(size / weight.shape[-1] ** 0.5 * noise)
    model.save_pretrained(directory)
