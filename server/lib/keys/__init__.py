"""Keys and secrets: signing, sealing, opaque tokens, and files that hold them."""
