"""scikit-learn's multi-layer perceptron."""

import warnings

import numpy as np
import sklearn
from sklearn.neural_network import MLPClassifier, MLPRegressor

import blas

warnings.filterwarnings("ignore")
names = blas.loaded()


def version():
    return sklearn.__version__


def refusal():
    return f"scikit-learn's numpy runs on the reference BLAS ({', '.join(names)})" if blas.is_reference(names) else None


def note():
    return f"scikit-learn {sklearn.__version__}, numpy {np.__version__}, {blas.describe(names)}"


def train(settings, x, y, on_epoch):
    kind = MLPRegressor if settings["loss"] == "squares" else MLPClassifier
    options = {} if kind is MLPRegressor else {"classes": np.arange(settings["widths"][-1])}
    model = kind(
        hidden_layer_sizes=settings["widths"][1:-1],
        batch_size=settings["batch"],
        learning_rate_init=1e-3,
        alpha=0,
        random_state=1,
    )
    while True:
        # one pass over all rows in shuffled batches
        model.partial_fit(x, y, **options)
        if on_epoch(model.loss_):
            return


def fixed_model(widths, layers, activation):
    model = MLPRegressor(hidden_layer_sizes=widths[1:-1], activation=activation, max_iter=1)
    x = np.zeros((4, widths[0]), dtype=np.float32)
    model.fit(x, np.zeros(4, dtype=np.float32))
    model.coefs_ = [weights for weights, _ in layers]
    model.intercepts_ = [bias for _, bias in layers]
    return model


def predict_bulk(widths, layers):
    return fixed_model(widths, layers, "relu").predict


def predict_one(widths, layers):
    return fixed_model(widths, layers, "tanh").predict
