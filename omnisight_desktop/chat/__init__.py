"""Answers questions about what was seen, each claim tied to a stored event."""
