"""Feeds and addresses: what is asked and when, what a feed lists, how an entry is known again, what can be seen of a feed."""
