"""The no-change proof: two witnesses that know nothing of each other, and the verdict on each column."""
