"""Loading the pipeline leaves spaCy whole, but for its command line until that is asked for."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

TOLD = """
import json, sys
import secondhand
from secondhand.pipeline.loading import load_pipeline
nlp = load_pipeline(secondhand.model_path(), ("nest_claims",))
told = {"pipes": nlp.pipe_names, "rules": len(nlp.get_pipe("secondhand_claims").rules),
        "commands": "spacy.cli" in sys.modules}
import spacy
told["info"] = "spacy_version" in spacy.info(silent=True)
import spacy.cli
told["download"] = callable(spacy.cli.download)
print(json.dumps(told))
"""


@pytest.mark.model
def test_spacy_is_loaded_without_its_command_line_which_comes_when_asked_for() -> None:
    told = json.loads(subprocess.run([sys.executable, "-c", TOLD], check=True, capture_output=True).stdout)
    assert told["pipes"][0] == "secondhand_attribution"
    assert told["rules"] == 1
    assert not told["commands"] and told["info"] and told["download"]
