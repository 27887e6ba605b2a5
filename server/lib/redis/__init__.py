"""What several nodes share over Redis: fan-out and rates."""
