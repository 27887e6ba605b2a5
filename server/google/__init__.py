"""Google: signing in with it, connecting Gmail, reading, labelling and sending mail through its API."""
