"""What usually happens, and what does not. Its floor is kept free for it."""
