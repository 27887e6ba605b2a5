"""Events: stored hits with their verdicts; they are counted, corrected, and reevaluated as more is known."""
