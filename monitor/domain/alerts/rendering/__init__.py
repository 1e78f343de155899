"""How messages look: each kind is written in lines once, and the lines become plain text, HTML, and each chat's own mark-up."""
