"""Films made of stored footage: pieces joined as they are, or with what is drawn or hidden in them."""
