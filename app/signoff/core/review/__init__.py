"""Review: what is bound, what keeps the gate shut, what may be approved together, what is signed.

Everything here is a pure function of a `Dossier`; keeping what people said is the project's part.
"""
