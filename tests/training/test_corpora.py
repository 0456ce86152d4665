from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from secondhand.training import corpora, treebank
from secondhand.training.labelled import Labelled, Token


def named(text: Labelled) -> list[tuple[str, str]]:
    return [(text.text[s:e], kind) for s, e, kind in sorted(text.entities or [])]


def sentences(text: Labelled) -> list[str]:
    edges = [*sorted(text.sentences or ()), len(text.text)]
    return [text.text[s:e].strip() for s, e in pairwise(edges)]


def row(number: str, form: str, pos: str = "X", tag: str = "X", misc: str = "_") -> str:
    return "\t".join([number, form, form.lower(), pos, tag, "_", "_", "_", "_", misc])


def written(folder: Path, *lines: str, name: str = "a.conllu") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


TREEBANK = [
    "# newdoc id = GUM_one",
    "# newpar",
    "# text = Don't go.",
    row("1-2", "Don't"),
    row("1", "Do"),
    row("2", "n't"),
    row("3", "go", misc="SpaceAfter=No"),
    row("4", ".", "PUNCT"),
    "",
    "# text = Stay.",
    row("1", "Stay", misc="SpaceAfter=No"),
    row("2", "."),
    row("2.1", "ghost"),
    "",
    "# newpar",
    "# text = Café here",
    row("1", "Café"),
    row("2", "here"),
    "",
    "# newdoc id = GUM_two",
    row("1", "Other"),
    "",
]


def test_a_treebanks_text_is_laid_out_as_it_was(tmp_path: Path) -> None:
    one, two = treebank.conllu(written(tmp_path, *TREEBANK), entities=False)
    assert (one.id, one.text) == ("GUM_one", "Don't go. Stay.\n\nCafé here")
    assert (two.id, two.text) == ("GUM_two", "Other")


def test_its_sentences_and_paragraphs_are_known(tmp_path: Path) -> None:
    one, _ = treebank.conllu(written(tmp_path, *TREEBANK), entities=False)
    assert sentences(one) == ["Don't go.", "Stay.", "Café here"]
    assert [one.text[s:e] for s, e in one.paragraphs] == ["Don't go. Stay.", "Café here"]
    assert one.entities is None
    assert one.attributions is None


def test_texts_scored_on_are_left_out(tmp_path: Path) -> None:
    kept_out = sorted(treebank.GOLD_DEV)[0]
    lines = [
        f"# newdoc id = {kept_out}",
        row("1", "Secret"),
        "",
        "# newdoc id = GUM_two",
        row("1", "Other"),
        "",
    ]
    assert [t.id for t in treebank.conllu(written(tmp_path, *lines), entities=False)] == ["GUM_two"]


def gum(folder: Path, *rows: str) -> list[tuple[str, str]]:
    (text,) = treebank.conllu(written(folder, "# newdoc id = GUM_x", *rows, ""), entities=True)
    return named(text)


def test_names_are_read_off_gums_brackets(tmp_path: Path) -> None:
    found = gum(
        tmp_path,
        row("1", "President", "PROPN", "NNP", "Entity=(1-person-giv:act-nnnnn-cf1-3-coref-Donald_Trump"),
        row("2", "Donald", "PROPN", "NNP"),
        row("3", "Trump", "PROPN", "NNP", "Entity=1)"),
        row("4", "visited", "VERB", "VBD"),
        row("5", "Paris", "PROPN", "NNP", "Entity=(2-place-new-nnnnn-cf2-1-coref-Paris)"),
    )
    assert found == [("Donald Trump", "PERSON"), ("Paris", "LOC")]


def test_mentions_whose_head_is_no_name_are_none(tmp_path: Path) -> None:
    found = gum(
        tmp_path,
        row("1", "the", "DET", "DT", "Entity=(1-person-giv:act-nnnnn-cf1-2-coref"),
        row("2", "man", "NOUN", "NN", "Entity=1)"),
        row("3", "left", "VERB", "VBD"),
    )
    assert found == []


def test_a_name_inside_another_is_not_told_twice(tmp_path: Path) -> None:
    found = gum(
        tmp_path,
        row("1", "the", "DET", "DT", "Entity=(1-organization-new-nnnnn-cf1-2-coref"),
        row("2", "University", "PROPN", "NNP"),
        row("3", "of", "ADP", "IN"),
        row("4", "Leeds", "PROPN", "NNP", "Entity=(2-place-new-nnnnn-cf2-1-coref)1)"),
    )
    assert found == [("University of Leeds", "ORG")]


def test_demonyms_and_plural_peoples_are_norp(tmp_path: Path) -> None:
    found = gum(
        tmp_path,
        row("1", "A", "DET", "DT"),
        row("2", "French", "ADJ", "JJ"),
        row("3", "friend", "NOUN", "NN"),
        row("4", "of", "ADP", "IN"),
        row("5", "Russians", "PROPN", "NNPS", "Entity=(3-person-new-nnnnn-cf3-1-coref)"),
    )
    assert found == [("French", "NORP"), ("Russians", "NORP")]


def test_a_name_that_is_part_of_a_multiword_token_keeps_its_characters(tmp_path: Path) -> None:
    found = gum(
        tmp_path,
        row("1-2", "Ann's"),
        row("1", "Ann", "PROPN", "NNP", "Entity=(1-person-new-nnnnn-cf1-1-coref)"),
        row("2", "'s", "PART", "POS"),
        row("3", "hat", "NOUN", "NN"),
    )
    assert found == [("Ann", "PERSON")]


def test_crossner_is_joined_to_texts(tmp_path: Path) -> None:
    lines = [
        "Donald\tB-politician", "Trump\tI-politician",
        "'s\tO", "party\tO", ",\tO", "(\tO", "GOP\tB-politicalparty",
        ")\tO", "won\tO", "an\tO", "election\tB-election", ".\tO", "", "In\tO", "Paris\tB-location", "",
    ]  # fmt: skip
    (text,) = corpora.crossner(written(tmp_path, *lines, name="politics.txt"))
    assert text.text == "Donald Trump's party, (GOP) won an election.\n\nIn Paris"
    assert named(text) == [("Donald Trump", "PERSON"), ("GOP", "ORG"), ("Paris", "LOC")]
    assert text.sentences is None


def test_names_side_by_side_stay_apart(tmp_path: Path) -> None:
    (text,) = corpora.crossner(
        written(tmp_path, "Ann\tB-person", "Bob\tB-person", "Lee\tI-person", name="p.txt")
    )
    assert named(text) == [("Ann", "PERSON"), ("Bob Lee", "PERSON")]


def test_eight_sentences_make_a_text(tmp_path: Path) -> None:
    lines = [line for i in range(9) for line in (f"Ann{i}\tB-person", "")]
    assert [len(t.paragraphs) for t in corpora.crossner(written(tmp_path, *lines, name="p.txt"))] == [8, 1]


def test_uner_is_read_with_its_comments_left_out(tmp_path: Path) -> None:
    lines = [
        "# sent_id = 1", "# text = Ann Lee saw NATO",
        "1\tAnn\tB-PER\t-\t-", "2\tLee\tI-PER\t-\t-", "3\tsaw\tO\t-\t-",
        "4\tNATO\tB-ORG\t-\t-", "5\tdaily\tB-OTH\t-\t-", "",
    ]  # fmt: skip
    (text,) = corpora.uner(written(tmp_path, *lines, name="a.iob2"))
    assert text.text == "Ann Lee saw NATO daily"
    assert named(text) == [("Ann Lee", "PERSON"), ("NATO", "ORG")]


def test_polnear_is_read_line_by_line(tmp_path: Path) -> None:
    attribution = {"cue": [[4, 8]], "source": [[0, 3]], "content": [[9, 17]]}
    line = json.dumps({"id": "a", "text": "Ann said it rains.\n\nGood.", "attributions": [attribution]})
    (text,) = corpora.polnear(written(tmp_path, line, name="dev.jsonl"))
    assert text.attributions == [attribution]
    assert [text.text[s:e] for s, e in text.paragraphs] == ["Ann said it rains.", "Good."]
    assert text.sentences is None
    assert text.entities is None


def plain(text: str) -> Labelled:
    return Labelled("a", text, [(0, len(text))], attributions=[])


def test_curly_marks_can_be_made_straight_and_back() -> None:
    curly = plain("“They don’t,” Ann said.")
    straight = corpora.requote(curly, "straight")
    assert straight.text == '"They don\'t," Ann said.'
    assert corpora.requote(straight, "curly").text == curly.text


def test_requoting_moves_nothing() -> None:
    text = 'He said "one" and \'two\', never closed: "three'
    for style in ("straight", "curly"):
        assert len(corpora.requote(plain(text), style).text) == len(text)
    assert corpora.requote(plain(text), "curly").text.endswith("“three")


def test_demonyms_are_added_outside_of_names() -> None:
    text = Labelled("a", "French Guiana is French", [(0, 23)], entities=[(0, 13, "LOC")])
    found = corpora._with_demonyms(text, {"French"})
    assert named(found) == [("French Guiana", "LOC"), ("French", "NORP")]


def test_the_words_of_a_treebank_keep_their_parses(tmp_path: Path) -> None:
    rows = [
        "1\tShe\tshe\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\t_",
        "2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No",
        "3\t.\t.\tPUNCT\t.\t_\t2\tpunct:end\t_\t_",
    ]
    lines = ["# newdoc id = x", *rows, "", *rows, ""]
    (text,) = treebank.conllu(written(tmp_path, *lines), entities=False)
    assert text.text == "She spoke. She spoke."
    assert text.tokens is not None
    assert text.tokens[:3] == [
        Token(0, 3, "PRON|Case=Nom", 1, "nsubj"),
        Token(4, 9, "VERB", 1, "root"),
        Token(9, 10, "PUNCT", 1, "punct"),
    ]
    assert [token.head for token in text.tokens[3:]] == [4, 4, 4]
    assert text.mentions is None


def test_mentions_of_one_group_stand_on_their_head_words(tmp_path: Path) -> None:
    def mention(number: str, form: str, entity: str = "_") -> str:
        return row(number, form, "NOUN", "NN", f"Entity={entity}" if entity != "_" else "_")

    lines = [
        "# newdoc id = GUM_x",
        mention("1", "The", "(7-person-new-cf1-1-2-coref"),
        mention("2", "mayor", "7)"),
        mention("3", "and"),
        mention("4", "she", "(7-person-giv-cf1-1-1-ana)"),
        "",
    ]
    (text,) = treebank.conllu(written(tmp_path, *lines), entities=True)
    assert text.mentions == [(text.text.index("mayor"), 7), (text.text.index("she"), 7)]
