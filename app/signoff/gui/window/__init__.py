"""The frame around the panes: steps, target tables, palette, status."""
