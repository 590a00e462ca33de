"""NumPy with a backward pass written by hand."""

import numpy as np

import blas
from data import fixed_weights

names = blas.loaded()


def version():
    return np.__version__


def refusal():
    return f"numpy {np.__version__} runs on the reference BLAS ({', '.join(names)})" if blas.is_reference(names) else None


def note():
    return f"numpy {np.__version__}, {blas.describe(names)}"


def forward(layers, x, activation=lambda x: np.maximum(x, 0, out=x)):
    values = [x]
    for i, (weights, bias) in enumerate(layers):
        sums = values[-1] @ weights
        sums += bias
        values.append(activation(sums) if i < len(layers) - 1 else sums)
    return values


def loss_and_gradient(loss, prediction, y):
    rows = len(y)
    if loss == "squares":
        miss = prediction - y[:, None]
        return float(np.sum(miss * miss)), miss * np.float32(2 / rows)
    shares = prediction - prediction.max(axis=1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=1, keepdims=True)
    each = np.arange(rows)
    total = -float(np.sum(np.log(np.maximum(shares[each, y], 1e-30))))
    shares[each, y] -= 1
    shares *= np.float32(1 / rows)
    return total, shares


def adam(array, gradient, first, second, rate, scratch):
    first *= np.float32(0.9)
    np.multiply(gradient, np.float32(0.1), out=scratch)
    first += scratch
    second *= np.float32(0.999)
    np.multiply(gradient, gradient, out=scratch)
    scratch *= np.float32(0.001)
    second += scratch
    np.sqrt(second, out=scratch)
    scratch += np.float32(1e-7)
    np.divide(first, scratch, out=scratch)
    scratch *= np.float32(rate)
    array -= scratch


def train(settings, x, y, on_epoch):
    layers = fixed_weights(settings["widths"])
    moments = [[[np.zeros_like(array) for _ in range(3)] for array in layer] for layer in layers]
    random = np.random.default_rng(1)
    rows, batch, count = settings["rows"], settings["batch"], 0
    while True:
        order = random.permutation(rows)
        total = 0.0
        for begin in range(0, rows, batch):
            part = order[begin : begin + batch]
            values = forward(layers, x[part])
            loss, gradient = loss_and_gradient(settings["loss"], values[-1], y[part])
            total += loss
            count += 1
            rate = 1e-3 * np.sqrt(1 - 0.999**count) / (1 - 0.9**count)
            for i in range(len(layers) - 1, -1, -1):
                weights, bias = layers[i]
                below = values[i]
                gradients = (below.T @ gradient, gradient.sum(axis=0))
                if i > 0:
                    gradient = gradient @ weights.T
                    gradient *= below > 0
                for array, own, (first, second, scratch) in zip((weights, bias), gradients, moments[i]):
                    adam(array, own, first, second, rate, scratch)
        if on_epoch(total / rows):
            return


def multiply(a, b):
    product = np.empty_like(a)

    def times(count):
        for _ in range(count):
            np.matmul(a, b, out=product)

    return times, lambda: product


def predict_bulk(widths, layers):
    block = 4096

    def predict(inputs):
        answers = np.empty((len(inputs), widths[-1]), dtype=np.float32)
        for begin in range(0, len(inputs), block):
            answers[begin : begin + block] = forward(layers, inputs[begin : begin + block])[-1]
        return answers

    return predict


def predict_one(widths, layers):
    (w, b), (v, c) = layers
    tanh = np.tanh
    return lambda row: tanh(row @ w + b) @ v + c


def least_squares(x, y):
    """LAPACK's gelsd, which gives no standard errors."""
    # the column of ones is there before the clock runs, and columns lie as LAPACK wants them
    design = np.asfortranarray(np.column_stack([np.ones(len(y)), x]))

    def fit():
        estimates = np.linalg.lstsq(design, y, rcond=None)[0]
        return estimates[0], estimates[1:]

    return fit
