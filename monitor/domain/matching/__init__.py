"""Whether an article is on the topic: which names in it mean what they say, what shows the topic, and what speaks against it."""
