"""The world outside: one foreign package a file, and no decision."""
