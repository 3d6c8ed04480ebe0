"""Launch: hands the wired system to the face that was asked for."""
