"""What happens, in order: seed, poll, read, match, place, deliver. Stages never import each other."""
