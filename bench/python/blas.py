"""Which BLAS numpy multiplies by."""

import os
import re

import numpy as np

THREADS = "OPENBLAS_NUM_THREADS"


def loaded():
    """The files of the linear algebra libraries in this process, where the system lists them; else what numpy was built with."""
    np.ones((2, 2), dtype=np.float32) @ np.ones((2, 2), dtype=np.float32)
    if os.path.exists("/proc/self/maps"):
        with open("/proc/self/maps") as maps:
            paths = {line.split()[-1] for line in maps if re.search(r"blas|mkl|blis|atlas", line)}
        found = [os.path.realpath(path) for path in paths if os.path.basename(path).startswith("lib")]
        return sorted({path for path in found if "lapack" not in os.path.basename(path)})
    try:
        blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
        return [f"{blas['name']} {blas['version']}"]
    except (TypeError, KeyError):
        return []


def is_reference(files):
    """Whether products go to Netlib's BLAS, which is there to be right, not fast."""
    chosen = [file for file in files if re.match(r"libc?blas\.", os.path.basename(file))] or files
    return bool(chosen) and not any(re.search(r"openblas|mkl|blis|atlas|accelerate", file, re.I) for file in chosen)


def describe(names):
    return f"BLAS: {', '.join(map(os.path.basename, names)) or 'unknown'}, {os.environ.get(THREADS, '?')} thread"
