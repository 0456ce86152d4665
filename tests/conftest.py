"""No test reads the settings of whoever runs it."""

import pytest


@pytest.fixture(autouse=True)
def settings_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDHAND_CONFIG", str(tmp_path_factory.getbasetemp() / "none.toml"))
