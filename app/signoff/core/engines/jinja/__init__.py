"""Jinja of dbt files, rendered in a child process: `rendering` is the parent's side, `worker` the child's."""
