"""Evidence folder to Catalogue: scan, identify, read, describe, date, recognise, join."""
