"""Individual copies: one mail for each reader, sent through the writer's own Gmail and marked by itself."""
