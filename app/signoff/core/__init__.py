"""Everything a machine without a screen can do; never imports Qt."""
