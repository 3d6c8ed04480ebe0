"""What can be heard: how loud it is, and later what is said."""
