"""A news monitor that alerts on new developments only, and can say why it stayed quiet."""

__version__ = "0.1.0"
