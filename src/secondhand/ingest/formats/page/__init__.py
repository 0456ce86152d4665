"""What a web page is made of: its blocks, which of them are the article, and what the page says of itself."""
