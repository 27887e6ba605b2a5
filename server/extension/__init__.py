"""What the browser extension talks to: pairing, leases, reports, the feed, its download page."""
