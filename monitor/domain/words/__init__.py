"""Text from outside as words that compare: cleaned, folded, in three languages, with what they mean and how alike two texts are."""
