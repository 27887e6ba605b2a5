"""Evaluation: judges new hits, and judges events again when more is known or the rules have changed."""
