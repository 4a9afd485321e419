"""Types of command-line arguments that several programs take."""

from __future__ import annotations

import argparse


def count(text: str) -> int:
    """Read a whole number of at least 1; argparse reports anything else."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number
