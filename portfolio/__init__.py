"""Turns what a school has done into proof that convinces: evidence folder in; dossier, poster and plaque out."""

__version__ = "0.1.0"
