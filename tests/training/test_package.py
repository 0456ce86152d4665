from __future__ import annotations

from pathlib import Path

from secondhand.training import package


def test_the_shipped_configuration_names_no_folder_of_its_maker(tmp_path: Path) -> None:
    path = tmp_path / "config.cfg"
    path.write_text(
        '[nlp]\nlang = "en"\npipeline = ["secondhand_attribution"]\n\n[components]\n\n'
        '[components.secondhand_attribution]\nfactory = "secondhand_attribution"\nweights = "/made/here"\n'
    )
    package._portable(path)
    written = path.read_text()
    assert "/made/here" not in written
    assert "weights = null" in written
    assert 'factory = "secondhand_attribution"' in written


def test_json_is_written_over_several_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"b":[1,2]}')
    package._tidy(tmp_path)
    assert (tmp_path / "a.json").read_text() == '{\n "b": [\n  1,\n  2\n ]\n}\n'
