"""The PostgreSQL server that Factbase starts for itself when no DATABASE_URL is set."""
