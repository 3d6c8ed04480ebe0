"""One file per stage: ours beside a peer and a limit, measured in the same run."""
