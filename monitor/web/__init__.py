"""The page: read the archive, correct it, take it with you. A file a subject; `app.py` joins their routes behind the one guard."""
