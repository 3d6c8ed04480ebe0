"""Lighter networks out of the user's own pictures: made, checked beside the full one, kept or refused."""
