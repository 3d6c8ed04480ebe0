"""Evidence that stands up: sealed copies of clips and events, and the check that nothing changed."""
