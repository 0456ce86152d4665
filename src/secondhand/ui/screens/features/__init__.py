"""What the reader can do with an article, one feature a file."""
