"""What the reader and the exports say, in plain English: labels, dates, titles."""
