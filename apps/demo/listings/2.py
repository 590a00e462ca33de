# Chapter 2, what the line misses. Needs Python 3 and NumPy: python3 2.py
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


def customers(k):
    """Columns age, balance, retired, transactions and the mean that the noise was added to, at an interaction k."""
    u = mulberry32(7)
    rows = []
    for _ in range(400):
        age = np.floor(30 + 55 * u())
        balance = np.floor(500 * u() + 0.5) / 10
        retired = float(u() < min(1, max(0, (age - 52) / 20)))
        noise = sum(u() for _ in range(12)) - 6
        mean = 26 - 0.15 * (age - 57) - 6 * (retired - 0.4) - k * 1.2 * (retired - 0.4) * (balance - 25)
        rows.append((age, balance, retired, max(0, np.floor(mean + 3 * noise + 0.5)), mean))
    return np.array(rows).T


def r2(actual, said):
    """On the held-out rows, the last 100."""
    return 1 - np.mean((actual - said)[300:] ** 2) / np.var(actual[300:])


def fit(columns, y):
    """Least squares on the first 300 rows: coefficients, and R² on the others."""
    design = np.column_stack([np.ones(len(y)), *columns])
    b = np.linalg.lstsq(design[:300], y[:300], rcond=None)[0]
    return b, r2(y, design @ b)


for tenth in range(11):
    age, balance, retired, y, _ = customers(tenth / 10)
    line, line_r2 = fit([age, balance, retired], y)
    _, product_r2 = fit([age, balance, retired, balance * retired], y)
    print(f"k {tenth / 10:.1f}: line {line_r2:.3f}, product {product_r2:.3f}, the line about balance {line[2]:.3f}")

age, balance, retired, y, mean = customers(1)
(start, slope, more, turn), two_lines = fit([balance, retired, balance * retired], y)
print(f"working {start:.2f} + {slope:.3f} balance, retired {start + more:.2f} + {slope + turn:.3f} balance")
print(f"they cross at {-more / turn:.1f}, held-out R2 {two_lines:.3f}")
print(f"parallel lines: held-out R2 {fit([balance, retired], y)[1]:.3f}")
print(f"the formula itself: held-out R2 {r2(y, mean):.3f}")
