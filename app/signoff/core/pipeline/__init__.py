"""The stages in order; `flow` is the place to begin reading."""
