"""The walk of one frame: workers, stages and outlets."""
