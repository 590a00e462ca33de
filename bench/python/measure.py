"""Measures one Python library on one workload and prints { version, samples } as a line of JSON.

Called with the name of the module of the library in this folder and the job as JSON:
{ needs, settings, patience, once } as in contract.mjs.
"""

import importlib
import json
import sys
from time import perf_counter

import numpy as np

from data import answer, fixed_weights, linear_data, training_data, uniform
from sampling import Sampler, sample_calls


def expect_close(what, got, expected):
    if not abs(got - expected) <= 1e-3 * max(1, abs(expected)):
        raise ValueError(f"{what} should be {expected}, got {got}")


def train(library, settings, patience, once):
    x, y = training_data(settings)
    if once:
        library.train(settings, x, y, lambda loss: True)
        return []
    sampler = Sampler(patience)
    losses = []

    def on_epoch(loss):
        losses.append(float(loss))
        return sampler.done(settings["rows"])

    library.train(settings, x, y, on_epoch)
    if not (len(losses) > 1 and losses[-1] < losses[0]):
        raise ValueError(f"it does not learn: the loss went from {losses[0]} to {losses[-1]}")
    return sampler.rates


def multiply(library, settings, patience, once):
    size = settings["size"]
    a, b = (uniform(seed, size * size).reshape(size, size) for seed in (1, 2))
    times, product = library.multiply(a, b)
    times(1)
    for row, column in ((0, 0), (1, size - 1), (size - 1, size // 2)):
        expected = a[row].astype(np.float64) @ b[:, column].astype(np.float64)
        expect_close(f"the product at {row}, {column}", product()[row, column], expected)
    return [rate * 2 * size**3 / 1e9 for rate in sample_calls(times, patience)]


def predict_bulk(library, settings, patience, once):
    rows, widths = settings["rows"], settings["widths"]
    inputs = uniform(3, rows * widths[0]).reshape(rows, widths[0])
    predict = library.predict_bulk(widths, fixed_weights(widths))
    sampler = Sampler(patience)
    while True:
        answers = predict(inputs)
        if sampler.done(rows):
            break
    for row in (0, rows // 2, rows - 1):
        expected = answer(widths, inputs[row], lambda x: np.maximum(x, 0))
        expect_close(f"the answer for row {row}", float(np.ravel(answers)[row]), expected)
    return sampler.rates


def predict_one(library, settings, patience, once):
    widths = settings["widths"]
    row = np.array([[0.5, -0.25]], dtype=np.float32)
    one = library.predict_one(widths, fixed_weights(widths))
    expect_close("the answer", float(np.ravel(one(row))[0]), answer(widths, row[0], np.tanh))

    def times(count):
        for _ in range(count):
            one(row)

    return [1e9 / rate for rate in sample_calls(times, patience)]


def expect_fit(x, y, slopes, intercept, estimates):
    """As expectFit in reference.mjs."""
    residuals = y - x @ estimates - intercept
    errors = np.sqrt(residuals @ residuals / (len(y) - x.shape[1] - 1) / np.sum((x - x.mean(axis=0)) ** 2, axis=0))
    if not np.all(np.abs(residuals @ x) <= 1e-9 * len(y)):
        raise ValueError("the slopes are not the best ones")
    if not (np.all(np.abs(estimates - slopes) <= 6 * errors) and abs(intercept - 0.5) <= 0.02):
        raise ValueError(f"the slopes should be about {slopes}, got {estimates}")


def least_squares(library, settings, patience, once):
    x, y, slopes = linear_data(settings)
    fit = library.least_squares(x, y)
    begun = perf_counter()
    expected = fit()
    took = perf_counter() - begun
    expect_fit(x, y, slopes, *expected)
    if settings.get("once"):
        return [1000 * took]
    sampler = Sampler(patience)
    while True:
        fit()
        if sampler.done(1):
            return [1000 / rate for rate in sampler.rates]


MEASURES = {
    "train": train,
    "multiply": multiply,
    "predictBulk": predict_bulk,
    "predictOne": predict_one,
    "leastSquares": least_squares,
}

job = json.loads(sys.argv[2])
chosen = importlib.import_module(sys.argv[1])
note = chosen.refusal()
if note:
    print(json.dumps({"leftOut": note}))
else:
    samples = MEASURES[job["needs"]](chosen, job["settings"], job["patience"], job["once"])
    print(json.dumps({"version": chosen.version(), "samples": samples, "note": chosen.note()}))
