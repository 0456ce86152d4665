"""Coverage-guided fuzzing of all that is read: see `__main__`."""
