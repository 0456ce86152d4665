"""How it is meant, and how it is told."""
