"""What writes several records at once, each in one transaction."""
