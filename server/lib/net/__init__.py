"""The network: who is at the other end, names to addresses, addresses to places."""
