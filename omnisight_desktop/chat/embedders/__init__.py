"""Engines that make vectors of sentences and pictures, on this computer."""
