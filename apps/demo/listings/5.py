# Chapter 5, learning by repetition. Needs Python 3 and NumPy: python3 5.py
import numpy as np


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
    return balance, retired, max(0, np.floor(mean + 3 * noise + 0.5))


u = mulberry32(7)
rows = np.array([customer(u) for _ in range(400)])
rows = (rows - rows[:300].mean(axis=0)) / rows[:300].std(axis=0)
x, y, held_out = rows[:300, :2], rows[:300, 2:], rows[300:]


def train(output, rate, steps):
    """Plain gradient descent on all 300 rows: R² on the other 100 after each step."""
    w, b = np.array([[1.0, -1.0], [1.0, 1.0]]), np.zeros(2)
    v, c = np.array(output, dtype=float).reshape(2, 1), np.zeros(1)
    scores = []
    for step in range(steps + 1):
        miss = held_out[:, 2:] - (np.tanh(held_out[:, :2] @ w + b) @ v + c)
        scores.append(1 - np.mean(miss**2) / np.var(held_out[:, 2]))
        h = np.tanh(x @ w + b)
        d = 2 * (h @ v + c - y) / len(x)
        e = (d @ v.T) * (1 - h**2)
        w, b, v, c = w - rate * x.T @ e, b - rate * e.sum(axis=0), v - rate * h.T @ d, c - rate * d.sum(axis=0)
    return np.array(scores)


for lane, output in [("A", [2, -1]), ("B", [2, 1])]:
    scores = train(output, 0.1, 600)
    print(f"lane {lane}:", ", ".join(f"{scores[step]:.3f} at {step}" for step in [0, 1, 2, 5, 10, 20, 50, 100, 200, 600]))
for rate in [0.03, 0.1, 0.2, 0.25]:
    first = np.argmax(train([2, 1], rate, 600) >= 0.88)
    print(f"lane B at a rate of {rate}: 0.88 at step {first}")
