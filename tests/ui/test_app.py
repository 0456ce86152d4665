from __future__ import annotations

import subprocess
import sys

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from secondhand.errors import OptionError
from secondhand.speaker_signs import HUES
from secondhand.ui.app import ReaderApp
from secondhand.ui.drawing.styles import Ink
from secondhand.ui.style.themes import CONTRAST, DARK, LIGHT, contrast, derive
from tests.claims import seed_article
from tests.ui.conftest import Open

THEMES = {**BUILTIN_THEMES, DARK.name: DARK, LIGHT.name: LIGHT}


def test_importing_the_reader_brings_neither_spacy_nor_the_model() -> None:
    code = "import sys, secondhand.ui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"spacy", "trafilatura", "onnxruntime", "numpy", "secondhand.pipeline", "secondhand.analysis"}
    assert not heavy & set(loaded.stdout.split())


def test_a_theme_that_does_not_exist_is_refused() -> None:
    with pytest.raises(
        OptionError, match=r"There is no theme 'nonesuch'\. Choose one of: dark, light, .*nord"
    ):
        ReaderApp(seed_article(), theme="nonesuch")


@pytest.mark.parametrize(
    ("asked", "theme"), [(None, DARK.name), ("dark", DARK.name), ("light", LIGHT.name), ("nord", "nord")]
)
async def test_themes_can_be_chosen(open_reader: Open, asked: str | None, theme: str) -> None:
    async with open_reader(theme=asked) as reader:
        assert reader.app.theme == theme


@pytest.mark.parametrize("name", THEMES)
def test_speakers_are_legible_and_distinct_in_every_theme(name: str) -> None:
    variables = THEMES[name].to_color_system().generate()
    ours = derive(variables)
    assert len({ours[f"speaker-{number}"] for number in range(HUES)}) == HUES
    Ink.of(variables | ours)
    background = Color.parse(variables["background"])
    if background.ansi is None and Color.parse(variables["primary"]).ansi is None:
        for variable in [*(f"speaker-{number}" for number in range(HUES)), "quiet"]:
            assert contrast(Color.parse(ours[variable]), background) >= CONTRAST - 0.1


async def test_the_ansi_themes_work(open_reader: Open) -> None:
    for name in [name for name in BUILTIN_THEMES if "ansi" in name]:
        async with open_reader(theme=name) as reader:
            await reader.press(*"jnT")
            assert reader.app.is_running
