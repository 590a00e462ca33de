"""When to measure: as sampling.mjs does."""

from time import perf_counter


class Sampler:
    """Collects samples of work that is done piece by piece: call `done` after each piece until it gives True."""

    def __init__(self, patience):
        self.patience = patience
        self.rates = []
        self.begun = perf_counter()
        self.counting = None

    def done(self, size):
        now = perf_counter()
        if self.counting is None:
            if now - self.begun >= self.patience["warmUp"]:
                self.counting = self.sample_begun = now
                self.units = 0
            return False
        self.units += size
        if now - self.sample_begun < self.patience["sample"]:
            return False
        self.rates.append(self.units / (now - self.sample_begun))
        self.units = 0
        self.sample_begun = now
        return len(self.rates) >= self.patience["samples"] or now - self.counting >= self.patience["most"]


def sample_calls(work, patience):
    """Samples of a function that does something so many times: how many times a second."""
    times = 1
    while True:
        begun = perf_counter()
        work(times)
        if perf_counter() - begun >= 0.01:
            break
        times *= 2
    sampler = Sampler(patience)
    while True:
        work(times)
        if sampler.done(times):
            return sampler.rates
