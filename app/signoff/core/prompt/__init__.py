"""Prompt: a masked rule becomes the text the generator sees."""
