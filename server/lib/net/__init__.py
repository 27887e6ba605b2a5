"""The network: client addresses, name resolution, and the location of addresses."""
