"""The model store: which model files there are, where they lie, and how more of them come."""
