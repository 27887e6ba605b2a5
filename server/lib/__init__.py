"""Generic code; nothing here knows what the product does."""
