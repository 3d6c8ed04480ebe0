"""Tests of the review panel and what stands behind it."""
