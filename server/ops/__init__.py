"""Running it: health, the doctor, what is printed at the start."""
