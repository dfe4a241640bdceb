"""The project: one `.signoff` file that keeps everything, and the audit chain over it."""
