"""Memory: SQLite and files. The only room that speaks SQL."""
