"""The run: what is wanted, what is stale, one call a stage."""
