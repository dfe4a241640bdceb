"""From one rule to one expression: what is certain is compiled, the rest is written by the language model."""
