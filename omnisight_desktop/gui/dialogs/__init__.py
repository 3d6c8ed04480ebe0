"""The few dialogs there are."""
