"""Ways for a mail to a person of ours: one vocabulary, one file for each."""
