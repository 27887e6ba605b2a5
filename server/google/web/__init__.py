"""The pages and actions of signing in with Google and of connecting Gmail."""
