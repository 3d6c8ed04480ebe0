"""Recognising movements that were taught by showing them."""
