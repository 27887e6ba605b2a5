"""Events: what happened, stored, counted, corrected, and judged again when more is known."""
