"""The composition root: settings go in, a wired system comes out."""
