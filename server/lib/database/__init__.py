"""The database: connections and pools, plain SQL, migrations, and which errors are worth retrying."""
