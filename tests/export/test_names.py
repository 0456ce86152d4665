import pytest

from secondhand.export.names import split_name


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Ann Lee", ("Lee", "Ann")),
        ("Alain de Benoist", ("de Benoist", "Alain")),
        ("Ursula von der Leyen", ("von der Leyen", "Ursula")),
        ("John F. Kennedy", ("Kennedy", "John F.")),
        ("Reuters", ("Reuters", "")),
        ("de Gaulle", ("Gaulle", "de")),
        ("", ("", "")),
    ],
)
def test_family_and_given_names(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts
