"""What is worth remembering about what was seen."""
