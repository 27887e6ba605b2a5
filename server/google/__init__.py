"""Google: signing in with it, connecting Gmail, reading the headers of one's own sent mail."""
