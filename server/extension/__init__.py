"""The server side of the browser extension: pairing, leases, reports, the feed and the download page."""
