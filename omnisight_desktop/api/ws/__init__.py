"""Pictures and events as they come, over WebSockets."""
