"""The panes; each knows the context it is handed and no other pane."""
