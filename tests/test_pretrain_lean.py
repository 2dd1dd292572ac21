"""The lean model computes what Falcon computes, keeps packed documents apart, and decodes as transformers does."""

import pytest
import torch

from htmlbuilder.pipeline import decode, lean
from htmlbuilder.pipeline.lean import LeanFalcon, Shape, bounds, document_mask, loss_weights, starts
from htmlbuilder.pipeline.tokenizer import CHANGED, END_ID, PAGE_ID, PROMPT_ID

SHAPE = Shape(vocabulary=128, hidden=64, layers=2, context=96, head=16)


@pytest.fixture(scope="module")
def model() -> LeanFalcon:
    torch.manual_seed(0)
    model = LeanFalcon(SHAPE)
    with torch.no_grad():
        for name, weight in model.named_parameters():
            # Larger than a fresh model's, so that every part leaves a trace in the logits.
            weight.add_(torch.randn_like(weight) * (0.3 if weight.ndim == 1 else 0.1))
            assert name
    return model.eval()


@pytest.fixture(scope="module")
def falcon(model, tmp_path_factory):
    from transformers import FalconForCausalLM

    directory = tmp_path_factory.mktemp("falcon")
    lean.export(model, dict(model.named_parameters()), directory, torch.float32)
    return directory, FalconForCausalLM.from_pretrained(directory).eval()


def documents(*sizes: int) -> torch.Tensor:
    tokens = []
    for size in sizes:
        content = torch.randint(3, SHAPE.vocabulary, (size - 3,)).tolist()
        middle = len(content) // 3
        tokens += [PROMPT_ID, *content[:middle], PAGE_ID, *content[middle:], END_ID]
    return torch.tensor([tokens])


def test_an_export_has_the_same_logits_in_transformers(model, falcon):
    tokens = documents(90)
    with torch.no_grad():
        ours = model.logits(model(tokens, document_mask(tokens)))
        theirs = falcon[1](tokens).logits
    assert ours.std() > 0.5
    torch.testing.assert_close(ours, theirs, atol=1e-4, rtol=0)


def test_dropout_drops_its_share_and_keeps_the_sum(model):
    torch.manual_seed(0)
    found = lean.dropped(torch.ones(200, 200), torch.tensor(0.25))
    assert (found == 0).float().mean().item() == pytest.approx(0.25, abs=0.01)
    assert found.mean().item() == pytest.approx(1, abs=0.02)


def test_dropout_of_nothing_changes_nothing(model):
    tokens = documents(90)
    mask = document_mask(tokens)
    with torch.no_grad():
        whole = model(tokens, mask)
        try:
            model.dropout = torch.tensor(0.0)
            torch.testing.assert_close(model(tokens, mask), whole, atol=0, rtol=0)
            model.dropout = torch.tensor(0.3)
            assert not torch.allclose(model(tokens, mask), whole, atol=0.1)
        finally:
            model.dropout = None


def test_an_export_opens_again(model, falcon):
    again = lean.load(falcon[0])
    for name, weight in model.named_parameters():
        torch.testing.assert_close(again.get_parameter(name), weight, atol=0, rtol=0)


def test_packed_documents_do_not_see_each_other(model):
    first, second = documents(40), documents(50)
    packed = torch.cat((first, second), 1)
    with torch.no_grad():
        together = model(packed, document_mask(packed))[:, 40:]
        alone = model(second, document_mask(second))
    torch.testing.assert_close(together, alone, atol=1e-4, rtol=0)
    blind = torch.ones(1, 1, 90, 90, dtype=torch.bool).tril()
    assert (model(packed, blind)[:, 40:] - alone).abs().max() > 0.01


def test_the_loss_counts_pages_fully_prompts_a_little_and_gaps_not_at_all():
    tokens = torch.tensor([[PROMPT_ID, 7, PAGE_ID, 8, 9, END_ID, PROMPT_ID, 7, PAGE_ID, 8, END_ID, END_ID]])
    weights, on_page = loss_weights(tokens, 0.1)
    expected = torch.tensor([0.1, 0.1, 1, 1, 1, 0, 0.1, 0.1, 1, 1, 0, 0])
    torch.testing.assert_close(weights, expected)
    assert on_page.tolist() == [weight == 1 for weight in expected]


def test_the_loss_counts_what_an_edit_changes_and_nothing_of_the_page_before_it():
    edit = [PAGE_ID, 20, 21, END_ID, PROMPT_ID, 30, PAGE_ID, 20, 40 + CHANGED, 21, END_ID]
    wish = [PROMPT_ID, 7, PAGE_ID, 8, END_ID]
    for row, expected in (
        ([*edit, *wish], [0, 0, 0, 0, 0.1, 0.1, 1, 4, 1, 1, 0, 0.1, 0.1, 1, 1, 0]),
        ([*wish, *edit], [0.1, 0.1, 1, 1, 0, 0, 0, 0, 0, 0.1, 0.1, 1, 4, 1, 1, 0]),
        ([*edit, *edit], [0, 0, 0, 0, 0.1, 0.1, 1, 4, 1, 1, 0, 0, 0, 0, 0, 0.1, 0.1, 1, 4, 1, 1, 0]),
    ):
        weights, on_page = loss_weights(torch.tensor([row]), 0.1, 4.0)
        torch.testing.assert_close(weights, torch.tensor(expected))
        assert on_page.tolist() == [weight >= 1 for weight in expected]


def test_a_page_to_be_changed_and_its_prompt_are_one_document():
    edit = [PAGE_ID, 20, END_ID, PROMPT_ID, 30, PAGE_ID, 20, END_ID]
    wish = [PROMPT_ID, 7, PAGE_ID, 8, END_ID]
    tokens = torch.tensor([[*edit, *wish, *edit, END_ID], [*wish, *wish, *edit, *[END_ID] * 4]])
    assert starts(tokens).nonzero().tolist() == [[0, 0], [0, 8], [0, 13], [1, 0], [1, 5], [1, 10]]
    assert bounds(tokens, 8).tolist() == [0, 8, 13, 22, 27, 32, 44, 44]
    mask = document_mask(tokens)[0, 0]
    assert mask[7, 0] and not mask[8, 7] and mask[20, 13] and not mask[20, 12]


def test_bounds_name_each_start_and_keep_their_size():
    tokens = torch.cat((documents(20, 12), documents(32)))
    assert bounds(tokens, 6).tolist() == [0, 20, 32, 64, 64, 64]
    assert len(bounds(tokens, 2)) == 4


def test_batched_greedy_decoding_equals_transformers(model, falcon):
    prompts = [documents(size)[0, :-1].tolist() for size in (5, 17, 30)]
    decoded = decode.greedy(model, prompts, limit=40)
    for prompt, page in zip(prompts, decoded, strict=True):
        whole = falcon[1].generate(torch.tensor([prompt]), max_new_tokens=40, do_sample=False)
        expected = whole[0, len(prompt) :].tolist()
        assert page.tokens == [token for token in expected if token != END_ID]
        assert page.finish_reason == ("stop" if END_ID in expected else "length")
    assert {len(page.tokens) for page in decoded} != {0}


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a GPU")
def test_variable_length_attention_equals_the_mask_on_a_gpu():
    torch.manual_seed(1)
    shape = Shape(vocabulary=128, hidden=640, layers=2, context=256, head=64)
    model = LeanFalcon(shape).cast(torch.bfloat16).cuda()
    edit = documents(100)
    edit[0, 0], edit[0, 40:43] = PAGE_ID, torch.tensor([END_ID, PROMPT_ID, 9])  # a page, its prompt, the page anew
    tokens = torch.cat((documents(100, 80, 76), torch.cat((documents(100), edit, documents(56)), 1)))
    found = {}
    for attend, places in ((lean._attend_varlen, bounds(tokens, 8)), (lean._attend_masked, document_mask(tokens))):
        lean_varlen, lean._attend_varlen = lean._attend_varlen, attend
        try:
            model.zero_grad()
            losses = model.losses(tokens.cuda(), places.cuda())
            losses.sum().backward()
        finally:
            lean._attend_varlen = lean_varlen
        weight = model.transformer.h[0].self_attention.query_key_value.weight
        found[attend.__name__] = losses.detach(), weight.grad.float()
    (one, gradient), (other, wanted) = found.values()
    torch.testing.assert_close(one, other, atol=0.05, rtol=0)
    assert torch.nn.functional.cosine_similarity(gradient.flatten(), wanted.flatten(), dim=0) > 0.999
