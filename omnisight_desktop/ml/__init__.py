"""Training, evaluation and care of models. Its floor is kept free for it."""
