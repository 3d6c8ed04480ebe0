"""What the house asks of a backend, one file per craft."""
