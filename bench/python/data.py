"""The data of every workload: the same numbers as those of data.mjs."""

import numpy as np


def _mix(words):
    x = np.asarray(words, dtype=np.uint32)
    x = (x ^ (x >> np.uint32(16))) * np.uint32(0x7FEB352D)
    x = (x ^ (x >> np.uint32(15))) * np.uint32(0x846CA68B)
    return x ^ (x >> np.uint32(16))


def uniform(seed, count):
    key = _mix(np.array([seed]))[0]
    words = _mix(np.arange(count, dtype=np.uint32) ^ key) >> np.uint32(8)
    return (words.astype(np.float64) * 2.0**-23 - 1).astype(np.float32)


def training_data(settings):
    """Inputs [rows, columns], and targets [rows] or classes [rows]."""
    rows, widths = settings["rows"], settings["widths"]
    x = uniform(1, rows * widths[0]).reshape(rows, widths[0])
    if settings["loss"] == "squares":
        return x, (0.5 + 0.3 * x[:, 0] * x[:, 1] + 0.15 * x[:, 2] * x[:, 3]).astype(np.float32)
    return x, np.argmax(x[:, : widths[-1]], axis=1)


def fixed_weights(widths):
    """Pairs of weights [inputs, outputs] and bias [outputs]."""
    return [
        (
            (uniform(10 + i, n * m) * np.float32(np.sqrt(6 / n))).reshape(n, m),
            uniform(20 + i, m) * np.float32(0.1),
        )
        for i, (n, m) in enumerate(zip(widths[:-1], widths[1:]))
    ]


def linear_data(settings):
    """Columns [rows, columns] of float64 and the target."""
    rows, columns = settings["rows"], settings["columns"]
    matrix = np.empty((rows, columns), order="F")
    for j in range(columns):
        matrix[:, j] = uniform(100 + j, rows)
    slopes = uniform(98, columns).astype(np.float64)
    target = uniform(99, rows).astype(np.float64) + 0.5
    for j in range(columns):
        target += slopes[j] * matrix[:, j]
    return matrix, target, slopes


def answer(widths, row, activation):
    """The right answer for one row, in float64."""
    values = row.astype(np.float64)
    layers = fixed_weights(widths)
    for i, (weights, bias) in enumerate(layers):
        values = values @ weights.astype(np.float64) + bias
        if i < len(layers) - 1:
            values = activation(values)
    return values[0]
