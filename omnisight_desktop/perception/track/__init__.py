"""Following things from picture to picture."""
