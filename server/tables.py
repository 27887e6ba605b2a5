"""Lists the modules that declare tables, each with the models of one slice."""

MODELS = (
    "server.lib.outbox",
    "server.lib.notes",
    "server.accounts.models",
    "server.google.models",
    "server.messages.models",
    "server.ingest.models",
    "server.events.models",
    "server.alerts.models",
    "server.copies.models",
)
