"""Defines the lines of the doctor's report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One line of the report. `colour`: green | yellow (works with limits) | red (does not work)."""

    colour: str
    name: str
    text: str
