"""What a reader makes of an article: highlights, notes, tags and corrections."""
