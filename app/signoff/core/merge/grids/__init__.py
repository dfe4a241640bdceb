"""Rows for each thing and period of a span, and what their columns hold: what falls into a period, and over periods.

``every campaign of campaign_dim, every day from its start_date until its end_date`` makes the rows; ``sessions of the
campaign, by session_date`` is counted in a relation of its own and joined, so that a period without any stays; ``spend
since the start of the campaign incl. today`` goes over the rows themselves. Only what is understood wholly is taken.
"""
