"""Where pictures come from: cameras, files, the demo."""
