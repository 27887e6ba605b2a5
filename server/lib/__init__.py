"""Generic code: no module in this folder knows about mails or tracking."""
