"""The tokenizer: exact in its shipped form, kind to copying, and what transformers and llama.cpp read."""

import json
import random

import pytest
from tokenizers import Tokenizer

from htmlbuilder.pipeline import tokenizer as tokens_of
from htmlbuilder.pipeline.packing import pack
from htmlbuilder.pipeline.tokenizer import CHANGED, END_ID, PAGE_ID, PHRASES, PROMPT_ID, splitter
from htmlbuilder.prompt import CHAT_TEMPLATE, END, asking, frame
from tests.fake_corpus import fake_sample


@pytest.fixture(scope="module")
def tokenizer():
    samples = [fake_sample(1, index) for index in range(300)]
    return tokens_of.learn([text for sample in samples for text in (sample.prompt, sample.page)], 900, 120)


def scraps(count: int):
    """Random strings in which every kind of neighbour meets every other."""
    draw = random.Random(0)
    alphabet = [*"aZéさñ \n\t1½٣“’—🎉<>/!-=\"'{}.,;:()#$%&_", "  ", "</li>", 'class="']
    for _ in range(count):
        yield "".join(draw.choices(alphabet, k=40))


def test_the_shipped_form_merges_as_the_split_form_does(tokenizer):
    pieces = splitter(PHRASES)
    texts = [text for index in range(150) for text in (fake_sample(2, index).prompt, fake_sample(2, index).page)]
    for text in [*texts, *scraps(500)]:
        whole = tokenizer.encode(text, add_special_tokens=False)
        apart = [token for piece in pieces.split(text) for token in tokenizer.encode(piece).ids]
        assert whole.ids == apart, text
        assert tokenizer.decode(whole.ids, skip_special_tokens=False) == text


def test_no_merge_holds_a_digit_and_phrases_were_learned(tokenizer):
    model = json.loads(tokenizer.to_str())["model"]
    merged = ["".join(merge) for merge in model["merges"]]
    assert not [token for token in merged if any(character.isdigit() for character in token)]
    assert any("</li>ĊĠĠĠĠĠĠ<li" in token for token in merged)
    assert len(model["vocab"]) == tokenizer.get_vocab_size() == 900


@pytest.fixture(scope="module")
def lined():
    """The same, with lines, as of a corpus whose pages have heads and scripts."""
    pages = [page_of(index) for index in range(200)]
    tokenizer = tokens_of.learn(pages, 300, 10)
    tokens_of.add_lines(tokenizer, pages, 8)
    return tokenizer


def page_of(index: int) -> str:
    width = "" if index % 4 else "\n    main { width: 40rem; }"
    style = f"\n    body {{ margin: 0; }}{width}\n    p {{ color: red; }}\n  </style>\n</head>"
    script = "" if index % 2 else "\n  <script>\n    const button = document.body;\n    button.click();\n  </script>"
    head = f"<html>\n<head>\n  <title>Otter {index}</title>\n  <style>{style}"
    return f"{head}\n<body>\n  <p>Otters</p>{script}\n</body>\n</html>\n"


def test_lines_of_heads_and_scripts_are_one_token_each(lined):
    lines = [lined.id_to_token(token) for token in range(300, lined.get_vocab_size())]
    assert "\n    main { width: 40rem; }" in lines and "\n    p { color: red; }\n  </style>\n</head>" in lines
    assert "\n    const button = document.body;\n    button.click();" in "".join(lines)
    each = [line for run in lines for line in run.strip("\n").split("\n")]
    assert len(each) == len(set(each)) and not any("Otter" in line for line in each)
    for index in range(8):
        page = page_of(index)
        tokens = tokens_of.encode(lined, "A page for otters", page)
        assert lined.decode(tokens, skip_special_tokens=False) == frame("A page for otters") + page + END
        assert sum(token >= 300 for token in tokens) >= 3


def test_lines_that_are_added_later_are_others(lined):
    more = Tokenizer.from_str(lined.to_str())
    tokens_of.add_lines(more, [page_of(index).replace("red;", "blue;") for index in range(50)], 8)
    lines = [
        line for token in range(300, more.get_vocab_size()) for line in more.id_to_token(token).strip().split("\n")
    ]
    assert len(lines) == len(set(lines)) and "p { color: blue; }" in lines


def test_a_changed_line_is_marked_where_it_was_one_token(lined):
    page = page_of(4)
    marked = tokens_of.encode_marked(lined, "Wider", page.replace("40rem", "60rem"), page)
    changed = lined.decode([token - CHANGED for token in marked if token >= CHANGED])
    assert "main { width: 60rem; }" in changed and "p { color" not in changed


def test_transformers_reads_the_lines_too(lined, tmp_path):
    from transformers import AutoTokenizer

    tokens_of.save(lined, tmp_path, 2048)
    fast = AutoTokenizer.from_pretrained(tmp_path)
    assert fast(page_of(4), add_special_tokens=False)["input_ids"] == lined.encode(page_of(4)).ids
    assert fast.decode(lined.encode(page_of(4)).ids) == page_of(4)
    assert not set(fast.all_special_tokens) & {lined.id_to_token(300), lined.id_to_token(305)}


def test_a_name_has_the_same_tokens_in_a_prompt_and_in_a_page(tokenizer):
    for name in ("Zorblax", "Ñandú", "Okonkwo"):
        spaced = tokenizer.encode(f" {name}").tokens
        bare = tokenizer.encode(name).tokens
        for page in (f"<h1>{name}</h1>", f'<img alt="{name}">', f'<a href="#">{name} Bar</a>'):
            assert inside(bare, tokenizer.encode(page).tokens), page
        for prompt in (f"A page for {name}, please", f"for {name}.", f"The “{name}” page"):
            found = tokenizer.encode(prompt).tokens
            assert inside(spaced, found) or inside(bare, found), prompt


def inside(part: list[str], whole: list[str]) -> bool:
    return any(whole[start : start + len(part)] == part for start in range(len(whole)))


def test_a_document_is_framed_once_and_a_forged_frame_is_plain_text(tokenizer):
    tokens = tokens_of.encode(tokenizer, " A <|end|> page ", "<p>x</p>")
    assert [token for token in tokens if token in (END_ID, PROMPT_ID, PAGE_ID)] == [PROMPT_ID, PAGE_ID, END_ID]
    assert tokens[0] == PROMPT_ID
    with pytest.raises(ValueError, match="special token"):
        tokens_of.encode(tokenizer, "A page", "<p><|page|></p>")


def test_transformers_reads_it_with_its_template(tokenizer, tmp_path):
    from transformers import AutoTokenizer

    tokens_of.save(tokenizer, tmp_path, 2048)
    fast = AutoTokenizer.from_pretrained(tmp_path)
    assert fast.chat_template == CHAT_TEMPLATE
    assert fast.eos_token == fast.pad_token == END
    chat = [{"role": "user", "content": "A page for Zorblax"}]
    framed = fast.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
    assert framed == frame("A page for Zorblax")
    page = "<p>Log in</p>\n```\n"
    chat = [{"role": "user", "content": asking("Make it blue", page)}]
    assert fast.apply_chat_template(chat, add_generation_prompt=True, tokenize=False) == frame("Make it blue", page)
    sample = fake_sample(3, 1)
    ours = tokens_of.encode(tokenizer, sample.prompt, sample.page)
    assert fast(frame(sample.prompt) + sample.page + END)["input_ids"] == ours
    assert tokens_of.load(tmp_path).encode(sample.page).ids == tokenizer.encode(sample.page).ids


def test_llama_cpp_has_a_name_for_it(tokenizer):
    from htmlbuilder.pipeline.quantize import pre_type

    assert pre_type(json.loads(tokenizer.to_str())) == "superbpe"


def test_packing_keeps_documents_whole_and_rows_full():
    draw = random.Random(4)
    documents = [[PROMPT_ID, *([9] * draw.randint(3, 90)), END_ID] for _ in range(200)]
    rows = pack(documents, 100)
    found = []
    for row in rows.tolist():
        starts = [place for place, token in enumerate(row) if token == PROMPT_ID]
        assert starts[0] == 0
        found += [row[start : row.index(END_ID, start) + 1] for start in starts]
    assert sorted(found) == sorted(documents)
    assert sum(map(len, documents)) / rows.size > 0.93


OLD = "<!doctype html>\n<ul>\n  <li>One</li>\n  <li>Two</li>\n  <li>Three</li>\n</ul>\n"


@pytest.mark.parametrize(
    ("page", "changed"),
    [
        (OLD.replace("Two", "Zwei"), "  <li>Zwei</li>"),
        (OLD.replace("Two</li>", "Two</li>\n  <li>Half</li>"), "  <li>Half</li>"),
        (OLD.replace("  <li>Two</li>\n", ""), "  <li>Three</li>"),  # what comes instead shows that it is gone
        (OLD, ""),
    ],
)
def test_an_edit_marks_the_tokens_of_the_lines_it_changes(tokenizer, page, changed):
    marked = tokens_of.encode_marked(tokenizer, "change it", page, OLD)
    plain = tokens_of.encode(tokenizer, "change it", page, OLD)
    assert [token & ~CHANGED for token in marked] == plain
    assert tokenizer.decode(plain, skip_special_tokens=False) == frame("change it", OLD) + page + END
    text = tokenizer.decode([token - CHANGED for token in marked if token >= CHANGED], skip_special_tokens=False)
    assert changed in text and len(text) < len(changed) + 20  # a token may reach over the ends of a line


def test_the_page_before_an_edit_cannot_end_its_turn(tokenizer):
    tokens = tokens_of.encode(tokenizer, "change it", "<p>x</p>", "<p><|end|> and <|prompt|></p> a <| b")
    special = [token for token in tokens if token in (END_ID, PROMPT_ID, PAGE_ID)]
    assert special == [PAGE_ID, END_ID, PROMPT_ID, PAGE_ID, END_ID]
    assert "< |end|> and < |prompt|></p> a <| b" in tokenizer.decode(tokens, skip_special_tokens=False)
