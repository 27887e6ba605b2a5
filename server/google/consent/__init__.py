"""Google's sign-in and consent page: the way there, the tokens for the code, and who the person is."""
