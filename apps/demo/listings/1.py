# Chapter 1, the straight line. Needs Python 3 and NumPy: python3 1.py
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
    mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4)
    return age, balance, retired, max(0, np.floor(mean + 3 * noise + 0.5))


u = mulberry32(7)
rows = np.array([customer(u) for _ in range(400)])
train, held_out = rows[:300], rows[300:]
age, balance, retired = 0, 1, 2


def fit(columns):
    """Least squares on the training rows: the mean square there, R² on the others, the coefficients."""
    design = lambda part: np.column_stack([np.ones(len(part)), part[:, columns]])
    b = np.linalg.lstsq(design(train), train[:, 3], rcond=None)[0]
    left = lambda part: np.mean((part[:, 3] - design(part) @ b) ** 2)
    return left(train), 1 - left(held_out) / np.var(held_out[:, 3]), b


flat, _, _ = fit([])
best, _, (intercept, slope) = fit([age])
print(f"mean square of the flat line {flat:.2f}, of the best line {best:.3f}")
print(f"transactions = {intercept:.2f} + {slope:.4f} age")
for name, columns in [
    ("age", [age]),
    ("age, balance", [age, balance]),
    ("age, retired", [age, retired]),
    ("age, balance, retired", [age, balance, retired]),
]:
    print(f"held-out R2 of {name}: {fit(columns)[1]:.3f}")
