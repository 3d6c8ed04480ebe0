"""Questions about a home that never was, and what each should be answered with, worked out without the program."""
