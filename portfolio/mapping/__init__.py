"""Catalogue and Framework to Mapping and Coverage: what proves what, and why."""
