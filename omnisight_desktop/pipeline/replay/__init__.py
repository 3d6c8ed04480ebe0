"""Replay: recorded pictures brought back by their moment, of several cameras at once."""
