"""Machines and settings as they go wrong: what readers were answered is stored, or told as lost."""
