from __future__ import annotations

import pytest
from hypothesis import given, settings
from spacy.tokens import Doc

from secondhand.analysis import analyze
from secondhand.claim import Analysis, ModelInfo
from secondhand.ingest.formats.plain import from_plain
from secondhand.pipeline.chains.component import ChainBuilder
from secondhand.pipeline.confidence import CertaintyReader
from secondhand.pipeline.doc import state
from secondhand.pipeline.speakers.component import SpeakerResolver
from secondhand.pipeline.stance.component import StanceReader
from tests.properties.checks import check
from tests.properties.readings import docs
from tests.properties.strategies import QUICK, texts

RULES = [made("rules") for made in (SpeakerResolver, ChainBuilder, StanceReader, CertaintyReader)]


@QUICK
@given(docs())
def test_the_rules_keep_offsets_true_whatever_was_read(doc: Doc) -> None:
    for component in RULES:
        doc = component(doc)
    check(Analysis(state.load_speakers(doc), state.load_claims(doc), ModelInfo("rules", "0")), doc.text)


@pytest.mark.model
@settings(QUICK, max_examples=6)
@given(texts.map(lambda text: text.encode("utf-8", "replace").decode()))
def test_any_text_is_analysed(text: str) -> None:
    article = from_plain(text)
    check(analyze(article), text)
