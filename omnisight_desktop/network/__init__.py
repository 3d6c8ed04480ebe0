"""Several installations that know each other. Its floor is kept free for it."""
