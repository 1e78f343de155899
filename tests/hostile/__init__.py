"""Hostile inputs, each with the answer that it must get: a table that the tests run quickly and `benchmarks/hostile.py` runs whole.

A kind is played against the real door, the real children and the real readers of settings, on loopback; what it costs is measured.
"""
