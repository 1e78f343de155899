"""Storylines, their developments, and where each match was placed.

For taking in seeds and dossiers (pipeline/seed.py), in this order and in one transaction:
    save_dossiers(tx, dossiers, now)                            storylines, and the developments that their chronologies tell
    save_seed_placement(tx, article, match, slug, now)          the seed tells `slug` its first development and is remembered;
                                                                `slug` None: the dossier that lists the seed and fits best
Both may run twice. Reading the article and filling the memory happens inside: nothing else is needed.
"""
