"""PyTorch in its usual, eager form."""

import torch

from data import fixed_weights

torch.set_num_threads(1)


def version():
    return torch.__version__


def refusal():
    return None


def note():
    return f"pytorch {torch.__version__}, {torch.get_num_threads()} thread"


def network(layers, activation):
    parts = []
    for i, (weights, bias) in enumerate(layers):
        linear = torch.nn.Linear(*weights.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights.T.copy()))
            linear.bias.copy_(torch.from_numpy(bias.copy()))
        parts += [linear] if i == len(layers) - 1 else [linear, activation()]
    return torch.nn.Sequential(*parts)


def train(settings, x, y, on_epoch):
    torch.manual_seed(1)
    model = network(fixed_weights(settings["widths"]), torch.nn.ReLU)
    squares = settings["loss"] == "squares"
    x = torch.from_numpy(x)
    y = torch.from_numpy(y)[:, None] if squares else torch.from_numpy(y)
    loss_of = torch.nn.MSELoss() if squares else torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    rows, batch = settings["rows"], settings["batch"]
    while True:
        order = torch.randperm(rows)
        total = 0.0
        for begin in range(0, rows, batch):
            part = order[begin : begin + batch]
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(model(x[part]), y[part])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(part)
        if on_epoch(total / rows):
            return


def predict_bulk(widths, layers):
    model = network(layers, torch.nn.ReLU)
    block = 4096

    def predict(inputs):
        with torch.inference_mode():
            x = torch.from_numpy(inputs)
            return torch.cat([model(x[begin : begin + block]) for begin in range(0, len(x), block)]).numpy()

    return predict


def predict_one(widths, layers):
    (w, b), (v, c) = [(torch.from_numpy(weights), torch.from_numpy(bias)) for weights, bias in layers]
    addmm, tanh = torch.addmm, torch.tanh
    guard = torch.inference_mode()
    guard.__enter__()
    return lambda row: addmm(c, tanh(addmm(b, torch.from_numpy(row), w)), v)
