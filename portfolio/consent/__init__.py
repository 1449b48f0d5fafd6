"""Who may be shown to whom: the register and the Clearance of every piece."""
