"""What is kept on a spaCy Doc, and how it gets there."""
