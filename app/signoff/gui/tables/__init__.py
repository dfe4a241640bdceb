"""Table models over core sequences, and the one view that shows them."""
