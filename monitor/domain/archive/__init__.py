"""How the archive is told and taken out: timelines, briefs, days, citations, sheets, feeds, packs."""
