"""The spaCy side: attribution for any Doc, with or without our Article."""
