"""Documents to bytes, one adapter a format."""
