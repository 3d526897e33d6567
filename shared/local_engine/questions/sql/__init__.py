"""Plan -> SQL. The guard checks every statement, as if a model had written it."""
