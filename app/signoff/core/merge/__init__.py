"""Merge: the query plan of a target, a draft assembled from it, and edits to SQL that exists."""
