"""Events: hits that are stored with a verdict, counted, corrected, and reevaluated when more is known."""
