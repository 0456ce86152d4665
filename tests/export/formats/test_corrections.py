import json
from pathlib import Path

from secondhand.export.notebooks import render
from secondhand.training.corpora import polnear
from tests.export.literals import TEXT
from tests.export.notebooks import NOTEBOOK, WORLD


def test_a_line_an_article_with_corrections() -> None:
    (line,) = render("corrections", [NOTEBOOK, WORLD]).splitlines()
    found = json.loads(line)
    assert found["text"] == TEXT
    assert [a["corrected"] for a in found["attributions"]] == [False, True, False, False]
    assert found["attributions"][1]["speaker"] == "Bo Ek"
    assert found["attributions"][1]["commitment"] == "denied"
    assert found["corrections"][0]["before"]["stance"]["commitment"] == "certain"
    start, end = found["attributions"][0]["cue"][0]
    assert TEXT[start:end] == "told"


def test_training_reads_it_as_it_reads_its_corpora(tmp_path: Path) -> None:
    file = tmp_path / "corrections.jsonl"
    file.write_text(render("corrections", [NOTEBOOK]), "utf-8")
    (article,) = polnear(file)
    assert article.text == TEXT
    assert article.attributions
    assert article.attributions[0]["cue"] == [[26, 30]]
