"""Every table of the archive. Moments are UTC; JSON columns hold what a person or an export reads."""

import sqlalchemy as sa

from monitor.store.database import UtcTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

BYTEWISE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")  # read in ranges; SQLite compares all texts so

# ── feeds and what they listed ────────────────────────────────────────────────

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),  # as configured, for ever
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("active", sa.Boolean, nullable=False, default=True),  # false: no longer in the settings, or switched off
    sa.Column("settings", sa.JSON, nullable=False),  # the FeedSettings of domain/feeds/feed.py, as a dict
    sa.Column("state", sa.Text, nullable=False, default="new"),
    sa.Column("moved_to", sa.Text),  # where a permanent redirect leads
    sa.Column("etag", sa.Text),
    sa.Column("last_modified", sa.Text),
    sa.Column("body_hash", sa.Text),
    sa.Column("failures", sa.Integer, nullable=False, default=0),  # in a row
    sa.Column("last_error", sa.Text),
    sa.Column("polled_at", UtcTime),
    sa.Column("succeeded_at", UtcTime),
    sa.Column("due_at", UtcTime, nullable=False),
    sa.Column("leased_until", UtcTime),
    sa.Column("lease", sa.Text),  # who holds it: a fresh token for each claim
    sa.Column("baseline_at", UtcTime),  # when the first poll that answered was kept
    sa.Column("paused_at", UtcTime),  # since when a person wants it left alone, whatever the settings say
    sa.Column("moved_since", UtcTime),  # when the redirect first led there
    sa.Column("moved_times", sa.Integer, nullable=False, server_default="0"),  # good answers from there since then
    sa.Column("days", sa.JSON),  # what the polls of the last days brought: the Day of domain/feeds/coverage.py
    sa.Column("gap", sa.Float),  # seconds that usually pass between new entries; null where too few were seen
    sa.Index("ix_feeds_due", "active", "due_at"),
)

entries = sa.Table(
    "entries",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("feed_id", sa.ForeignKey("feeds.id"), nullable=False, index=True),
    sa.Column("guid", sa.Text),
    sa.Column("link", sa.Text),  # as served
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("summary", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),  # the feed's own full text, plain; may be empty
    sa.Column("author", sa.Text),
    sa.Column("publisher", sa.Text),  # where an aggregator names the publisher of an entry
    sa.Column("publisher_url", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("published_at", UtcTime),  # what the feed says; proves nothing
    sa.Column("first_seen_at", UtcTime, nullable=False),
    sa.Column("baseline", sa.Boolean, nullable=False, default=False),  # kept and judged, never alerted singly
    sa.Column("state", sa.Text, nullable=False, default="new"),  # new → passed over | read
    sa.Column("note", sa.Text),  # why it was passed over, or read as a stub
    sa.Column("article_id", sa.ForeignKey("articles.id"), index=True),
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("due_at", UtcTime, nullable=False),
    sa.Column("leased_until", UtcTime),
    sa.Column("lease", sa.Text),
    sa.Column("host", sa.Text, nullable=False, server_default=""),  # whose web server its page is asked from
    sa.Index("ix_entries_due", "state", "due_at"),
    sa.Index("ix_entries_seen", "first_seen_at", "feed_id"),  # how much each feed brought of late
)

entry_keys = sa.Table(  # the ladder of identity: any known key says that an entry is known
    "entry_keys",
    metadata,
    sa.Column("feed_id", sa.ForeignKey("feeds.id"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("entry_id", sa.ForeignKey("entries.id"), nullable=False),
    sqlite_with_rowid=False,
)

troubles = sa.Table(  # what could not be seen, or not as usual: told once when it begins and once when it is over
    "troubles",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("feed_id", sa.ForeignKey("feeds.id"), nullable=False, index=True),
    sa.Column("ailment", sa.Text, nullable=False),  # of domain/feeds/coverage.py
    sa.Column("told", sa.Text, nullable=False),
    sa.Column("usual", sa.Float),  # the habit that it was measured by
    sa.Column("began_at", UtcTime, nullable=False),
    sa.Column("ended_at", UtcTime),
)
sa.Index(  # one of a kind stands at a time
    "uq_troubles_standing",
    troubles.c.feed_id,
    troubles.c.ailment,
    unique=True,
    sqlite_where=troubles.c.ended_at.is_(None),
    postgresql_where=troubles.c.ended_at.is_(None),
)

listings = sa.Table(  # how the entries of the last poll stood in their feed: what stands there again is not read again
    "listings",
    metadata,
    sa.Column("feed_id", sa.ForeignKey("feeds.id"), primary_key=True),
    sa.Column("told", sa.JSON, nullable=False),  # the Listing of domain/feeds/listing.py
)

# ── articles and what they mean ───────────────────────────────────────────────

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("url", sa.Text, nullable=False, unique=True),  # canonical
    sa.Column("link", sa.Text),  # as served, where that differs: what a reader opens
    sa.Column("seed", sa.Text, unique=True),  # the slug of its file in seeds/, where a user gave it
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("publisher", sa.Text, nullable=False),
    sa.Column("trust", sa.Text, nullable=False, default="unlisted"),
    sa.Column("author", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("text_hash", sa.Text, nullable=False),  # of title and text
    sa.Column("body_hash", sa.Text, nullable=False),  # of the text alone
    sa.Column("host", sa.Text, nullable=False),
    sa.Column("stub", sa.Boolean, nullable=False, default=False),  # the feed's own words, not the page's
    sa.Column("baseline", sa.Boolean, nullable=False, default=False),
    sa.Column("stated_at", UtcTime),  # the date that the page states
    sa.Column("feed_at", UtcTime),  # the date that the feed states
    sa.Column("first_seen_at", UtcTime, nullable=False),
    sa.Column("matched_at", UtcTime),
    sa.Column("emptied_at", UtcTime),  # when its text was let go of, as the settings want; its hash and its words in the index stay
    sa.Index("ix_articles_matched", "matched_at", "id"),
    sa.Index("ix_articles_seen", "first_seen_at", "id"),
    sa.Index("ix_articles_host", "host", "body_hash"),
    sa.Index("ix_articles_title", "title", "publisher"),
)

address = sa.func.coalesce(articles.c.link, articles.c.url)  # what a reader opens
no_seed = sa.func.coalesce(articles.c.seed, "") == ""  # nearly all are none: written so, no index of the few seeds is walked through for it

versions = sa.Table(  # what an article said before it was changed
    "versions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("article_id", sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("seen_at", UtcTime, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("text_hash", sa.Text, nullable=False),
    sa.UniqueConstraint("article_id", "text_hash"),
)

matches = sa.Table(
    "matches",
    metadata,
    sa.Column("article_id", sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("relevant", sa.Boolean, nullable=False),  # false: a near miss or off topic, kept so that recall can be audited
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    sa.Column("entities", sa.JSON, nullable=False),  # ids from the gazetteer, the weightiest first
    sa.Column("mentions", sa.JSON),  # each with its sentence; a sentence alone where words show the topic
    sa.Column("matched_at", UtcTime, nullable=False),
    sa.Column("placed_at", UtcTime),
    sa.Index("ix_matches_unplaced", "relevant", "placed_at"),
)

storylines = sa.Table(
    "storylines",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("slug", sa.Text, nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("dossier", sa.JSON),  # the Dossier of domain/judging/storyline.py, where the user gave one
    sa.Column("opened_at", UtcTime, nullable=False),
    sa.Column("moved_at", UtcTime),  # when its last development became known
)

developments = sa.Table(
    "developments",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", BYTEWISE, nullable=False, unique=True),  # stable, seen by users: "baiterek#2025-12-26-1"
    sa.Column("storyline_id", sa.ForeignKey("storylines.id"), nullable=False),
    sa.Column("article_id", sa.ForeignKey("articles.id"), index=True),  # who said it first; null where a dossier says it
    sa.Column("summary", sa.Text, nullable=False),  # the new fact, quoted
    sa.Column("source_url", sa.Text),
    sa.Column("known_at", UtcTime, nullable=False),
    sa.Column("retracted_at", UtcTime),  # a person said that it is none; kept, so that its key is never given again
    sa.Column("merged_into_id", sa.ForeignKey("developments.id")),  # the one that it is the same as
    sa.Index("ix_developments_told", "storyline_id", "known_at", "id"),  # a timeline is read from its end
    sa.Index("ix_developments_known", "known_at", "id"),
)

placements = sa.Table(
    "placements",
    metadata,
    sa.Column("article_id", sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("placement", sa.Text, nullable=False),  # copy, repeat, development, opening, background, none
    sa.Column("storyline_id", sa.ForeignKey("storylines.id"), index=True),
    sa.Column("development_id", sa.ForeignKey("developments.id"), index=True),
    sa.Column("of_article_id", sa.ForeignKey("articles.id")),  # what it copies, repeats or continues
    sa.Column("level", sa.Text, nullable=False),  # push, digest, store, none
    sa.Column("held", sa.Text),  # why it did not alert; null where it did
    sa.Column("novelties", sa.JSON, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),  # candidates compared, facts matched, thresholds
    sa.Column("placed_at", UtcTime, nullable=False),
)

# ── the memory that placing looks things up in (store/memory.py) ──────────────

remembered = sa.Table(  # what placing compares with: one row for each article that told something in its own words
    "remembered",
    metadata,
    sa.Column("article_id", sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("at", UtcTime, nullable=False, index=True),
    sa.Column("storyline_id", sa.ForeignKey("storylines.id")),
    sa.Column("development_id", sa.ForeignKey("developments.id")),
    sa.Column("told_new", sa.Boolean, nullable=False),  # it told a development first, or what a person called old since
    sa.Column("reading", sa.JSON, nullable=False),  # terms, concepts, entities and facts, as domain/facts/facts.py packs them
    sa.Column("sketch", sa.JSON, nullable=False),  # its sampled runs of words
    sa.Index("ix_remembered_heads", "storyline_id", "told_new", "at"),
)

shingles = sa.Table(  # sampled runs of four words, for copies
    "shingles",
    metadata,
    sa.Column("hash", sa.BigInteger, primary_key=True),
    sa.Column("article_id", sa.ForeignKey("articles.id"), primary_key=True),
    sqlite_with_rowid=False,
)

postings = sa.Table(  # which articles hold a term, a concept, an entity, or the key of a fact; read newest first, always with a limit
    "postings",
    metadata,
    sa.Column("hash", sa.BigInteger, primary_key=True),
    sa.Column("article_id", sa.ForeignKey("articles.id"), primary_key=True),
    sqlite_with_rowid=False,
)

terms = sa.Table(  # in how many remembered articles a term stands
    "terms",
    metadata,
    sa.Column("hash", sa.BigInteger, primary_key=True),
    sa.Column("articles", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

facts = sa.Table(  # what a storyline knows, for ever
    "facts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("storyline_id", sa.ForeignKey("storylines.id"), nullable=False),
    sa.Column("key", sa.Text, nullable=False),  # language-independent; near values share it
    sa.Column("slot", sa.Text, nullable=False),  # what the value is the value of
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("fact", sa.JSON, nullable=False),
    sa.Column("article_id", sa.ForeignKey("articles.id")),  # null where a dossier says it
    sa.Column("source", sa.Text),
    sa.Column("at", UtcTime, nullable=False),
    # By these the newest tellings of a value are read in order, and no others.
    sa.Index("ix_facts_known", "storyline_id", "key", "at", "id"),
    sa.Index("ix_facts_slot", "storyline_id", "slot", "at", "id"),
    sa.Index("ix_facts_told", "storyline_id", "at", "id"),  # for charts, whatever they are about
)

# ── what goes out ─────────────────────────────────────────────────────────────

alerts = sa.Table(
    "alerts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text, nullable=False),  # of its development; of its article where the user asked for every match
    sa.Column("development_id", sa.ForeignKey("developments.id"), index=True),
    sa.Column("article_id", sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("level", sa.Text, nullable=False),
    sa.Column("alert", sa.JSON, nullable=False),  # the Alert of domain/alerts/alert.py, as a dict
    sa.Column("made_at", UtcTime, nullable=False),
    sa.UniqueConstraint("key", "level"),
)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("key", sa.Text, nullable=False, unique=True),  # the same in every attempt: Message-ID and Idempotency-Key
    sa.Column("channel", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),  # a MessageKind of domain/alerts/channel.py
    sa.Column("alert_id", sa.ForeignKey("alerts.id"), index=True),
    sa.Column("message", sa.JSON, nullable=False),  # the Message of domain/alerts/message.py: rendered once, so that a retry is the same
    sa.Column("state", sa.Text, nullable=False, default="pending"),  # waiting → pending | joined → sent | given up; moved
    sa.Column("attempts", sa.Integer, nullable=False, default=0),
    sa.Column("verdict", sa.Text),  # the target's own last answer
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("due_at", UtcTime, nullable=False),
    sa.Column("sent_at", UtcTime),
    sa.Column("leased_until", UtcTime),
    sa.Column("lease", sa.Text),
    sa.Column("reason", sa.Text),  # why it waited, or was moved to the digest
    sa.Index("ix_deliveries_due", "state", "due_at"),
)

snoozes = sa.Table(  # storylines that a person wants to hear nothing of for a while
    "snoozes",
    metadata,
    sa.Column("storyline_id", sa.ForeignKey("storylines.id"), primary_key=True),
    sa.Column("channel", sa.Text, primary_key=True),  # empty: every one
    sa.Column("until", UtcTime, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
)

answers = sa.Table(  # links of messages that were used: each counts once
    "answers",
    metadata,
    sa.Column("token", sa.Text, primary_key=True),
    sa.Column("article_id", sa.ForeignKey("articles.id"), nullable=False),
    sa.Column("answer", sa.Text, nullable=False),  # of domain/alerts/feedback.py
    sa.Column("made_at", UtcTime, nullable=False),
)

reviews = sa.Table(
    "reviews",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("article_id", sa.ForeignKey("articles.id"), nullable=False, index=True),
    sa.Column("verdict", sa.Text, nullable=False),  # of domain/judging/review.py
    sa.Column("other", sa.Text),  # the article, development or storyline that the verdict names
    sa.Column("note", sa.Text),
    sa.Column("decided", sa.JSON, nullable=False),  # what had been decided when it was given: the Decided of domain/judging/review.py
    sa.Column("effects", sa.JSON, nullable=False),  # what it changed, in sentences
    sa.Column("before", sa.JSON, nullable=False),  # the rows that it changed, as they were: what undoing puts back
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("undone_at", UtcTime),
)

notes = sa.Table(  # small facts of the installation: the daemon's lease, the last digest
    "notes",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.JSON, nullable=False),
    sa.Column("noted_at", UtcTime, nullable=False),
)

sessions = sa.Table(  # who is logged in to the page
    "sessions",
    metadata,
    sa.Column("token_hash", sa.Text, primary_key=True),  # the token itself lies with the browser alone
    sa.Column("password", sa.Text, nullable=False),  # a mark of the password it was opened with: another password ends it
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("seen_at", UtcTime, nullable=False, index=True),
)

published = sa.Table(  # settings for workers that have no folder of them
    "published",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("documents", sa.JSON, nullable=False),  # file → what stands in it; of settings/published.py
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),  # the machine
)
