"""Finds what was said or described by its words and by what they mean."""
