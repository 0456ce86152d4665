"""The running mean of weights in training (Polyak & Juditsky, 1992): steadier than the last ones."""

from __future__ import annotations

from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn


def begin_mean(network: nn.Module, decay: float) -> AveragedModel:
    """Return the mean of ``network``, to be updated after each step; ``decay`` of it stays, a step.

    Its ``module`` is the network with the mean for weights.
    """
    return AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(decay))
