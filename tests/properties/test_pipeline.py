from __future__ import annotations

from hypothesis import given
from spacy.tokens import Doc

from secondhand.claim import Analysis, ModelInfo
from secondhand.pipeline import records
from secondhand.pipeline.certainty import CertaintyReader
from secondhand.pipeline.chains import ChainBuilder
from secondhand.pipeline.speakers import SpeakerResolver
from secondhand.pipeline.stance import StanceReader
from tests.properties.checks import check
from tests.properties.readings import docs
from tests.properties.strategies import QUICK

RULES = [made("rules") for made in (SpeakerResolver, ChainBuilder, StanceReader, CertaintyReader)]


@QUICK
@given(docs())
def test_the_rules_keep_offsets_true_whatever_was_read(doc: Doc) -> None:
    for component in RULES:
        doc = component(doc)
    check(Analysis(records.speakers(doc), records.claims(doc), ModelInfo("rules", "0")), doc.text)
