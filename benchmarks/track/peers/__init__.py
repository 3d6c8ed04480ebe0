"""Programs that run where the peers live: boxes in by file, tracks out by file, times on stdout."""
