"""The only doors to llama_cpp, llguidance, duckdb, openpyxl and calamine, and SQL text through sqlglot."""
