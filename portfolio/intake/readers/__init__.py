"""One reader a family of formats; each turns a file into a Reading, or raises a FileFault. They run in workers."""
