# Chapter 3, one neuron. Needs Python 3 and NumPy: python3 3.py
import numpy as np

corners = np.array([[-1, 1], [1, 1], [-1, -1], [1, -1]])
names = ["poor and retired", "rich and retired", "poor and working", "rich and working"]


def neuron(weights, bias, rows):
    return np.tanh(rows @ np.array(weights) + bias)


first = neuron([1.5, -1.5], -1.5, corners)
second = neuron([-1.5, 1.5], -1.5, corners)
for name, one, both in zip(names, first, first + second + 1):
    print(f"{name}: one neuron {one:.3f}, two added up {both:.3f}")


# The table: what the line, one neuron and two neurons reach on rows that were held out.
def mulberry32(seed):
    """Numbers in [0, 1), by Tommy Ettinger's generator."""
    state = seed

    def u():
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 14)) / 2**32

    return u


def customer(u):
    age = np.floor(30 + 55 * u())
    balance = np.floor(500 * u() + 0.5) / 10
    retired = float(u() < min(1, max(0, (age - 52) / 20)))
    noise = sum(u() for _ in range(12)) - 6
    mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4) - 1.2 * (retired - 0.4) * (balance - 25)
    return age, balance, retired, max(0, np.floor(mean + 3 * noise + 0.5))


u = mulberry32(7)
rows = np.array([customer(u) for _ in range(400)])
held_out = rows[300:, 3]


def r2(predicted):
    return 1 - np.mean((held_out - predicted[300:]) ** 2) / np.var(held_out)


design = np.column_stack([np.ones(400), rows[:, :3]])
line = design @ np.linalg.lstsq(design[:300], rows[:300, 3], rcond=None)[0]
print(f"held-out R2 of the line: {r2(line):.3f}")

standard = (rows - rows[:300].mean(axis=0)) / rows[:300].std(axis=0)
x, y = standard[:, 1:3], standard[:, 3:]


def train(units, random):
    """1500 steps of Adam at 0.03 on all training rows: the squares left there, and all predictions."""
    normal = lambda inputs, outputs: random.standard_normal((inputs, outputs)) / np.sqrt(inputs)
    p = [normal(2, units), np.zeros(units), normal(units, 1), np.zeros(1)]
    m, v = [np.zeros_like(a) for a in p], [np.zeros_like(a) for a in p]
    for t in range(1, 1501):
        h = np.tanh(x[:300] @ p[0] + p[1])
        error = 2 / 300 * (h @ p[2] + p[3] - y[:300])
        back = error @ p[2].T * (1 - h**2)
        for i, g in enumerate([x[:300].T @ back, back.sum(axis=0), h.T @ error, error.sum(axis=0)]):
            m[i] = 0.9 * m[i] + 0.1 * g
            v[i] = 0.999 * v[i] + 0.001 * g**2
            p[i] = p[i] - 0.03 * (m[i] / (1 - 0.9**t)) / (np.sqrt(v[i] / (1 - 0.999**t)) + 1e-7)
    predicted = np.tanh(x @ p[0] + p[1]) @ p[2] + p[3]
    return np.mean((predicted[:300] - y[:300]) ** 2), predicted[:, 0]


for units in [1, 2]:
    # of ten starts, the one that fits the training rows best
    _, best = min((train(units, np.random.default_rng(seed)) for seed in range(10)), key=lambda start: start[0])
    print(f"held-out R2 of neurons, {units}: {r2(rows[:300, 3].mean() + rows[:300, 3].std() * best):.3f}")
