"""Pictures, drawn with what Qt has."""
