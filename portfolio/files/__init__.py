"""How files are read and written, knowing nothing of schools."""
