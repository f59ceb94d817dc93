"""Reading another platform's files. Nothing here writes: rows come out, or a fault with its line and reason."""
