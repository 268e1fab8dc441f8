"""The rounding of graph.py's 8-bit operators, done in training, so that the weights learn to live with it.

What is rounded keeps the gradient of what was not (straight-through).
"""
import torch
import torch.nn.functional as F

from graph import WEIGHT_LEVELS

INPUT_LEVELS = 255


def standing_for(x, rounded):
    """The value of the rounded, the gradient of x."""
    return x + (rounded - x).detach()


class Rounding:
    """Matrix products as the engine reckons them once it is switched on; plain ones before."""

    def __init__(self):
        self.on = False

    def input(self, x):
        """By the range of a sentence's values: x [sentences, words, width], or [words, width] for one range over all."""
        if not self.on:
            return x
        with torch.no_grad():
            within = tuple(range(max(0, x.dim() - 2), x.dim()))
            low, high = x.amin(within, keepdim=True).clamp(max=0), x.amax(within, keepdim=True).clamp(min=0)
            step = ((high - low) / INPUT_LEVELS).clamp(min=1e-8)
            nought = (-low / step).round()
            rounded = (((x / step).round() + nought).clamp(0, INPUT_LEVELS) - nought) * step
        return standing_for(x, rounded)

    def matrix(self, weight, along):
        """By the greatest value of each output, `along` being the dimension of the inputs."""
        if not self.on:
            return weight
        with torch.no_grad():
            step = weight.abs().amax(along, keepdim=True).clamp(min=1e-8) / WEIGHT_LEVELS
            rounded = (weight / step).round() * step
        return standing_for(weight, rounded)

    def dense(self, layer, x):
        return self.turned(layer, self.input(x))

    def turned(self, layer, rounded):
        """A layer of what has been rounded already."""
        return F.linear(rounded, self.matrix(layer.weight, 1), layer.bias)

    def product(self, x, matrix):
        """x times a matrix [in, out]."""
        return torch.matmul(self.input(x), self.matrix(matrix, 0))
