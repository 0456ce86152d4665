from secondhand.notes.correction_draft import Draft
from tests.export.literals import LEE, SAID


def test_no_half_of_a_character_is_taken_into_a_name_or_a_role() -> None:
    draft = Draft.of(SAID, LEE).said_by("A\ud800", "person", "\udfffb")
    assert (draft.name, draft.role) == ("A\ufffd", "\ufffdb")
    assert draft.chain[-1].name == "A\ufffd"
