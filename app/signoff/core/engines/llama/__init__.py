"""The door to llama.cpp and llguidance: a worker process that writes grammar-bound answers to prompts."""

WORKER = "signoff.core.engines.llama.worker"
"""The module to run in a child process."""
