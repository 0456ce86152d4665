"""The reader on the screen (Textual). It knows claims, never the model."""
