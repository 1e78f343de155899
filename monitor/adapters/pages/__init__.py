"""Pages: the bytes of a page become its title, text and metadata."""

from monitor.adapters.pages.reading import read_page

__all__ = ["read_page"]
