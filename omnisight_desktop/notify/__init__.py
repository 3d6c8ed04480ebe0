"""A word when it matters. Its floor is kept free for it."""
