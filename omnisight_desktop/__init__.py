"""OmniSight Desktop: a local-first surveillance assistant that sees, remembers and answers."""

__version__ = "0.1.0"
