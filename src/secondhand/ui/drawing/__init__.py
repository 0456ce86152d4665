"""What is drawn: runs of text and their styles, the gutter, the cards, the tables."""
