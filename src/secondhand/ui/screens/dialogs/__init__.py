"""What opens over a screen, asks or shows something, and closes again."""
