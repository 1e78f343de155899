"""What of a page or a document is the article: its text, its parts, where it is from and of what day."""
