"""No test reads the settings of whoever runs it, and none fails by chance or because the machine is busy."""

import hypothesis
import pytest

hypothesis.settings.register_profile(
    "busy",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("busy")


@pytest.fixture(autouse=True)
def settings_file(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDHAND_CONFIG", str(tmp_path_factory.getbasetemp() / "none.toml"))
