"""How ready the school is: values in, values out; for the school alone, never for those who judge it."""
