"""How books are written: one room a format, each from content records to bytes."""
