"""Where the text stands: lines, rows in view, words selected. No Textual."""
