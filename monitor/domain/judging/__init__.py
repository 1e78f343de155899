"""What the project exists for: is it new, against what, on which storyline, and how loud."""
