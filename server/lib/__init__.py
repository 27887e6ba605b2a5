"""Generic code under its true name: nothing here knows what the product is about."""
