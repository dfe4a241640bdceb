"""Pictures drawn from what core knows; each repaints with the look, can be saved, and is told in words too."""
