"""What an article states, in values that compare equal across languages: figures, dates, names, and the sentences they stand in."""
