"""Each person's permission: stored, used, doubted, probed, ended and revoked."""
