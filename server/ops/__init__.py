"""Operating the server: health, the doctor, the status page, and the commands."""
