"""What the articles of a large archive have in common: read → candidates → compared → statements.

Each step reads what the one before wrote beside the file that is asked for, so that a run that was ended goes
on where it was, and no step holds the archive in memory.
"""
