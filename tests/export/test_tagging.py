import pytest

from secondhand.export.tagging import make_tag, make_tags


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("to check", "to-check"),
        ("a:b|#c", "a-b-c"),
        ("景気", "景気"),
        ("हिन्दी", "हिन्दी"),
        ("e\u0301te\u0301", "e\u0301te\u0301"),
        ("north/south_1", "north/south_1"),
        ("!!", ""),
    ],
)
def test_a_tag_keeps_its_letters(tag: str, written: str) -> None:
    assert make_tag(tag, "-", also="_-/") == written


def test_each_once_and_none_empty() -> None:
    assert make_tags(["a b", "a:b", "!"], "_") == ("a_b",)
