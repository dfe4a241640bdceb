"""Small widgets that every pane shares; none of them knows a project."""
