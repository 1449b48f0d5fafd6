"""Draws and writes the evidence of the demo school: every picture and paper is invented here."""
