"""What the project exists for: is it on the topic, is it new, against what, on which storyline, and how loud."""
