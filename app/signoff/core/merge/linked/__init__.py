"""Records that point at others by one field each: rules and texts that follow such links, as joins and SQL."""
