"""Documents in: any mapping document becomes plain grids of text, read in a child process."""
