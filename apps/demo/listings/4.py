# Chapter 4, forward propagation. Needs Python 3 and NumPy: python3 4.py
# The article's listing is cut short; here all three rows of weights are defined.
import numpy as np

x = np.array([2, 3])
node_0 = np.array([1, 1])
node_1 = np.array([-1, 1])
output = np.array([2, -1])

s0 = (x * node_0).sum()
h0 = np.tanh(s0)
s1 = (x * node_1).sum()
h1 = np.tanh(s1)
p0 = h0 * output[0]
p1 = h1 * output[1]
y = p0 + p1
print(f"output {y:.10f}")

print(f"node_0: sum {s0:.4f}, tanh {h0:.10f}, product {p0:.10f}")
print(f"node_1: sum {s1:.4f}, tanh {h1:.10f}, product {p1:.10f}")

# How the square of the error at the target 3 changes with each weight, by the chain rule.
error = 2 * (y - 3)
slopes = [
    error * output[0] * (1 - h0**2) * x,
    error * output[1] * (1 - h1**2) * x,
    error * np.array([h0, h1]),
]
for name, (first, second) in zip(["node_0", "node_1", "output"], slopes):
    print(f"slopes of {name}: {first:.4f}, {second:.4f}")
print(f"node_1 learns {abs(slopes[1][0] / slopes[0][0]):.0f} times as fast as node_0")
