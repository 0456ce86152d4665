from __future__ import annotations

from secondhand.pipeline.chains.chain_context import ChainContext, read_context
from secondhand.pipeline.chains.chain_settings import ChainSettings
from secondhand.pipeline.doc.state import Origin
from tests.pipeline.making import claim, doc_of, span

SENTENCES = "It rains. Ann said so. It pours, she said. Bob left."


def test_the_frame_of_a_claim_are_the_whole_sentences_of_its_source_and_cue() -> None:
    known = read_context(doc_of(SENTENCES), ChainSettings())
    frames = [
        known.find_frame(claim(SENTENCES, content, cue, source), None)
        for content, cue, source in (
            ("It pours", "she |said|", "she"), ("It pours", "Ann |said|", "she"), ("It rains", None, None),
        )
    ]  # fmt: skip
    assert [SENTENCES[slice(*frame)] for frame in frames] == [
        "It pours, she said.", "Ann said so. It pours, she said.", "It rains.",
    ]  # fmt: skip


def test_the_frame_inside_another_claim_is_the_longest_piece_of_its_content() -> None:
    text = "“It rains,” Ann said, “and Bob knows it pours and pours.”"
    known = ChainContext(text, Origin(), [(0, len(text))], ())
    parent = claim(text, ["“It rains,”", "“and Bob knows it pours and pours.”"], "said", "Ann", id="c1")
    inner = claim(text, "it pours", "knows", "Bob", id="c2", parent="c1")
    assert text[slice(*known.find_frame(inner, parent))] == "“and Bob knows it pours and pours.”"


def test_without_sentences_source_and_cue_are_the_frame() -> None:
    known = ChainContext(SENTENCES, Origin(), [], ())
    assert known.find_frame(claim(SENTENCES, "so", "Ann |said|", "Ann"), None) == (10, 18)


def test_an_address_is_found_by_any_word_of_it() -> None:
    known = ChainContext(SENTENCES, Origin(hyperlinks=((10, 13, "https://a.example"),)), [], ())
    assert [known.find_url(*at) for at in ((9, 10), (12, 20), (13, 20), (0, 11))] == [
        None, "https://a.example", None, "https://a.example",
    ]  # fmt: skip
    assert known.cut_span(10, 13) == span(SENTENCES, "Ann")
