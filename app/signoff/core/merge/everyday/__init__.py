"""Everyday sentences on rows, put into the words that the readers of rows follow.

Each sentence is taken only as a whole: a word that none of its parts accounts for leaves it as it stands.
"""
