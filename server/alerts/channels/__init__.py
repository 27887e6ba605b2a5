"""The channels by which mails reach the people of this server, one file for each."""
