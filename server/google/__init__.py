"""Signs people in with Google, connects their Gmail, and reads, labels and sends mail through Gmail's API."""
