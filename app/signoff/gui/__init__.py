"""The window: one front end over the core, as the command line is the other."""
