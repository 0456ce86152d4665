"""What goes on behind the screen: the analysis in its own process, and keeping what users make."""
