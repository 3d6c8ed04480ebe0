"""Pipes: channels, workers, the event loop, child processes."""
