"""The running mean of weights lags behind them by its decay."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")


def test_the_mean_keeps_its_share_and_takes_the_rest_from_the_network() -> None:
    from secondhand.training.running_mean import begin_mean

    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(network.weight, 2.0)
    mean = begin_mean(network, 0.9)
    for weight in (2.0, 4.0):
        torch.nn.init.constant_(network.weight, weight)
        mean.update_parameters(network)
    assert mean.module.weight.item() == pytest.approx(0.9 * 2.0 + 0.1 * 4.0)
    assert network.weight.item() == 4.0
