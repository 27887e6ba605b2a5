"""Takes hits from the network to the disk. A request is answered once its hit is in the spool."""
