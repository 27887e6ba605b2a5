"""Sightline: a self-hosted Gmail tracker. Start reading at app.py, reactions.py and schedule.py."""
