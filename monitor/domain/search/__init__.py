"""The search of the archive: what a person types, what is sought, and how an answer is ranked and marked."""
