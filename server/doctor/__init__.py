"""`sightline doctor` checks an installation, part by part, and says what to do."""
