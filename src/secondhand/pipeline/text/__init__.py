"""What plain text says by itself."""
