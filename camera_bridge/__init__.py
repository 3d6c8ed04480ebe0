"""Speaks to Axis devices; a small program of its own that never imports the house."""
