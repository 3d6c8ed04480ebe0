"""One panel per file; a panel knows its view-model and nothing else of the house."""
