# Chapter 6, scale. Needs Python 3 and NumPy: python3 6.py
import numpy as np

layers = lambda *units: sum(a * b + b for a, b in zip(units, units[1:]))
article = np.array([[1, 1], [-1, 1], [2, -1]]).size
gpt3, training = 175e9, 3.14e23
print(f"weights {article}, with biases {layers(2, 2, 1)}, of 8-64-64-1 {layers(8, 64, 64, 1)}")
print(f"GPT-3 has {gpt3 / article / 1e9:.2f} billion times as many")
print(f"at 1 mm a weight {article} mm and {gpt3 / 1e6:.0f} km, {gpt3 / 1e6 / 384400:.3f} of the way to the moon")

multiply_adds = 10e9  # a second; the page measures its own
year = 365.25 * 24 * 3600
print(f"one word takes {gpt3 / multiply_adds:.1f} s")
print(f"the training takes {training / (2 * multiply_adds) / year:.0f} years")
print(f"in a year a network of {2 * multiply_adds * year / (training / gpt3):.0f} weights could be trained")
