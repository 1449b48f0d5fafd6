"""The EU emblem, its statement, and whether it may be shown."""
