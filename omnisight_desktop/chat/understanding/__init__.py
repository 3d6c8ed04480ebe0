"""From a question in words to a typed query."""
