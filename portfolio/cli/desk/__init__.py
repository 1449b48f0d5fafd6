"""The desk: a local page on which a school looks through its pieces, and decides about them."""
