"""What was written, opened again with other libraries and held against the plan."""
