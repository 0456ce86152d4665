"""Through whom a claim came."""
