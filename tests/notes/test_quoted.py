import pytest

from secondhand.notes.quoted import kind
from tests.notes.literals import span


@pytest.mark.parametrize(
    ("text", "content", "wanted"),
    [
        ("“It rains,” he said.", "“It rains,”", "direct"),
        ("“It rains,” he said.", "It rains", "direct"),
        ('"It rains," he said, "and snows."', '"and snows."', "direct"),
        ('"It rains," he said, "and snows."', "he said", "indirect"),
        ("«Il pleut», dit-il.", "Il pleut", "direct"),
        ("„Es regnet“, sagte er.", "Es regnet", "direct"),
        ("He said ‘it rains’ and left.", "it rains", "direct"),
        ("He said that it “rains” and that he’d go.", "it “rains” and that he’d go", "mixed"),
        ("He said it’s Ann’s and the boys’ turn.", "it’s Ann’s and the boys’ turn", "indirect"),
        ("“It rains. And then\n\n“It snows.”", "It rains. And then", "direct"),
        ('A "word" here.\nHe said that it rains.', "it rains", "indirect"),
        ('An open "quotation here.\nHe said that it rains.', "it rains", "indirect"),
    ],
)
def test_quotation_marks_around_the_words_tell_the_kind(text: str, content: str, wanted: str) -> None:
    assert kind(text, [span(text, content)]) == wanted


def test_pieces_are_counted_together() -> None:
    text = "“It rains,” he said, and that it snows."
    assert kind(text, [span(text, "It rains"), span(text, "that it snows")]) == "mixed"
