"""A recorded week of invented news, served on loopback and played through the real pipeline."""
