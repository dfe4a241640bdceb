"""Export: a complete dbt project with its evidence, of signed targets only."""
