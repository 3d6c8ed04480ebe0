"""Pages that stand over the panels for a while: the first steps, and a report of what went wrong."""
