"""Reads what a mail program reads."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    """Reads HTML as a mail program does: the tags, the links, the words."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.links, self.words, self.attributes = [], [], "", []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attributes]
        self.links += [value for name, value in attributes if name in ("href", "src")]

    def handle_data(self, data):
        self.words += data
