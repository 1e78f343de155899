"""What we mean and decide: pure functions and frozen values. No clock, no database, no network."""
