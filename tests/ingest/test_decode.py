from __future__ import annotations

import codecs

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.decode import decode

TEXT = "“We can’t,” the café’s owner said – and left.\r\n\r\nNobody knows why.\n"
LATIN = "The café's owner, José Muñoz, said: «Ça va, señor.» It cost £30, he told us in the café.\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_comes_back_exactly_from(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


def test_big_endian_with_a_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "x") == TEXT


def test_latin_1_is_guessed() -> None:
    assert decode(LATIN.encode("latin-1"), "x") == LATIN


def test_a_declared_encoding_is_heeded() -> None:
    text = "Премьер сказал: да."
    assert decode(text.encode("koi8-r"), "x", "koi8-r") == text
    page = f'<html><head><meta charset="windows-1251"></head><p>{text}</p>'
    assert decode(page.encode("cp1251"), "x") == page


@pytest.mark.parametrize("declared", [None, "no-such-encoding", "utf-7", "utf-8"])
def test_what_the_bytes_declare_comes_after_what_is_of_no_use(declared: str | None) -> None:
    page = '<meta charset="koi8-r">Да.'
    assert decode(page.encode("koi8-r"), "x", declared) == page


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "ascii", "US-ASCII"])
def test_what_browsers_read_as_western_is(declared: str) -> None:
    page = '<meta charset="koi8-r">“Da.”'
    assert decode(page.encode("cp1252"), "x", declared) == page


def test_a_few_broken_places_are_few_beside_what_is_whole() -> None:
    assert decode("ééé".encode() + b"\xff.", "x") == "ééé\ufffd."
    assert "\ufffd" not in decode("éé".encode() + b"\xff.", "x")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("broken", [1, 2, 3])
def test_of_fifty_characters_one_may_be_broken(encoding: str, broken: int) -> None:
    text = "It rained, and it poured. " * 4
    text = "\ud800" * broken + text[broken:100]
    data = text.encode(encoding, "surrogatepass")
    if encoding == "utf-8-sig":
        data = data.replace("\ud800".encode("utf-8", "surrogatepass"), b"\xff")
    if broken < 3:
        assert decode(data, "x") == text.replace("\ud800", "\ufffd")
    else:
        assert "\ufffd" * 3 not in _decode_or_refuse(data)


def _decode_or_refuse(data: bytes) -> str:
    try:
        return decode(data, "x")
    except FormatError:
        return ""


def test_controls_may_be_one_in_fifty() -> None:
    assert decode(b"\x01" + b"a" * 49, "x") == "\x01" + "a" * 49
    with pytest.raises(FormatError):
        decode(b"\x01" + b"a" * 48, "x")


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decode(TEXT.encode(), "x", "iso-8859-1") == TEXT


@pytest.mark.parametrize("declared", ["no-such-encoding", "a\0b", "", "hex"])
def test_a_senseless_declaration_is_ignored(declared: str) -> None:
    assert decode(TEXT.encode("cp1252"), "x", declared) == TEXT


def test_text_cut_within_a_character_is_mended() -> None:
    assert decode((TEXT * 2 + "é").encode()[:-1], "x") == TEXT * 2 + "\ufffd"


def test_nothing_is_nothing() -> None:
    assert decode(b"", "x") == ""


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)), b"\x01\x02\x03abc", b"text\x00\x00\x00\x00"]
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^it.bin is not text.*save it as UTF-8"):
        decode(data, "it.bin")


def test_escape_characters_in_text_are_kept() -> None:
    assert (
        decode(b"He said \x1b[31mred\x1b[0m to them all.", "x") == "He said \x1b[31mred\x1b[0m to them all."
    )


@pytest.mark.parametrize("declared", ["utf-7", "unicode_escape", "punycode", "idna"])
def test_what_only_python_calls_an_encoding_is_none(declared: str) -> None:
    assert decode("caf\xe9 +2AA- \\ud800".encode("cp1252"), "x", declared) == "café +2AA- \\ud800"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_that_is_broken_in_a_few_places(encoding: str) -> None:
    text = "It rained a lot, and then \ud800 it rained more \udc00 than before. " + "It poured. " * 20
    told = text.replace("\ud800", "\ufffd").replace("\udc00", "\ufffd")
    assert decode(text.encode(encoding, "surrogatepass"), "x") == told
    with pytest.raises(FormatError):
        decode(("It \ud800 " * 40).encode(encoding, "surrogatepass"), "x")


def test_bytes_of_which_some_are_zero_are_no_wide_text() -> None:
    data = b"\0a" * 30 + b"a\0" * 10
    with pytest.raises(FormatError):
        decode(data, "x")


CHINESE = "<p>“我们会找到它们的,”老板说。©</p>"


@pytest.mark.parametrize(
    ("label", "encoding", "text"),
    [
        ("gb2312", "gb18030", CHINESE),
        ("GBK", "gb18030", CHINESE),
        ("x-gbk", "gb18030", CHINESE),
        ("iso-8859-9", "cp1254", "“Işık,” dedi."),
        ("shift_jis", "cp932", "①時に言った。"),
        ("x-sjis", "cp932", "①時に言った。"),
        ("euc-kr", "cp949", "똠방각하라고 말했다."),
        ("tis-620", "cp874", "“เขาพูด”"),
        ("x-cp1251", "cp1251", "Порт закрыт."),
    ],
)
def test_labels_mean_what_they_mean_to_browsers(label: str, encoding: str, text: str) -> None:
    page = f'<html><head><meta charset="{label}"></head>{text}'
    assert decode(page.encode(encoding), "x") == page


def test_a_declaration_late_in_the_head_is_heeded() -> None:
    head = f"<!-- <meta charset=koi8-r> {'x' * 5000} --><meta charset=windows-1251>"
    page = f"<html><head>{head}</head><p>Порт закрыт."
    assert decode(page.encode("cp1251"), "x") == page


def test_one_bad_byte_does_not_make_utf_8_anything_else() -> None:
    page = "<html><head><meta charset=iso-8859-1></head><p>“We can’t,” the café’s owner said.</p>"
    broken = page.encode().replace(b"owner", b"ow\xe4ner")
    assert decode(broken, "x") == page.replace("owner", "ow\ufffdner")
    wrong = page.replace("iso-8859-1", "gb2312").encode("gb18030").replace(b"owner", b"ow\xffner")
    assert "“We can’t,”" in decode(wrong, "x")


def test_text_that_was_encoded_twice_is_read_as_it_was_meant() -> None:
    assert decode(TEXT.encode().decode("cp1252", "surrogateescape").encode("utf-8", "replace"), "x") != TEXT
    browsers = "".join(
        bytes([b]).decode("cp1252") if b not in b"\x81\x8d\x8f\x90\x9d" else chr(b) for b in TEXT.encode()
    )
    assert decode(browsers.encode(), "x") == TEXT


@pytest.mark.parametrize(
    "text", ["Ã© is what é becomes.", "São Paulo’s “Ângelo” said: Â£5, Ã©, ça va, señor."]
)
def test_text_about_such_characters_is_kept(text: str) -> None:
    assert decode(text.encode(), "x") == text


def test_a_zero_byte_in_a_long_text_is_a_slip() -> None:
    text = "It rained in Varde. " * 100
    assert decode((text + "\0" + text).encode(), "x") == text + text
