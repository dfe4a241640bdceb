"""The SQL engine: DuckDB in a child process, behind two gates."""
