"""Whether this computer, and the project's folders on it, have what the program needs: one finding a check."""
