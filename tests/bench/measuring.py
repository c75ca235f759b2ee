# SPDX-License-Identifier: GPL-2.0-or-later
"""Running programs and saying what they took."""
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Taken:
    """One run of a program."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, its own children too
    peak: float  # MiB of memory; the measuring program's own 10 to 15 are the least it can show
    out: str


def run(argv):
    """Runs to the end. A program that fails ends the measurement with what it said."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as errors, subprocess.Popen(
        argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=errors,
    ) as process:
        out = process.stdout.read().decode(errors="replace")
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace")
            sys.exit(f"{' '.join(argv)} failed ({process.returncode}):\n{said[-2000:]}")
    return Taken(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out)


def times_of(out):
    """Milliseconds out of lines of "microseconds TAB hits TAB text"."""
    return [float(line.split("\t")[0]) / 1000 for line in out.splitlines() if line.count("\t") >= 2]


def percentile(values, share):
    """The value that so large a share does not exceed."""
    return sorted(values)[max(math.ceil(share * len(values)), 1) - 1]


def steady(rounds):
    """The median over the rounds for each query: a hiccup of the machine in one round drops out."""
    return [statistics.median(times) for times in zip(*rounds)]


def size_of(path):
    if os.path.isdir(path):
        return sum(os.lstat(os.path.join(where, name)).st_size for where, _, names in os.walk(path) for name in names)
    return os.path.getsize(path) if os.path.exists(path) else 0


def load():
    """What else the machine is doing."""
    return "load " + " ".join(f"{value:.2f}" for value in os.getloadavg()) + f" on {os.cpu_count()} processors"
