"""Export: what cameras saw in a stretch of time as films, plain or drawn upon, sealed where it is wanted."""
