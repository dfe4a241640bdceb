"""Tables out of files that hold several: databases, workbooks, dbt's own files; the risky ones in a child process."""
