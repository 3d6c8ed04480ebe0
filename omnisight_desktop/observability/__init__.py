"""Logs, health and the truth about this machine."""
