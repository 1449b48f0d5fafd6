"""Cleared pieces to format-neutral documents: Dossier, Poster, Plaque, Paste."""
