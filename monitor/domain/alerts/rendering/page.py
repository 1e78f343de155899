"""HTML for mails: one column, nothing loaded, styles in place, and a dark form for readers who want one."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from monitor.domain.alerts.message import Block, Line, Span, host_of

# What stands in place is the light form; the classes turn the colours round where the reader's device asks for it. All pairs have a
# contrast of at least 4.5, also where a mail program turns colours round by itself.
_FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif"
_TEXT, _DIM, _LINK, _RULE = "#1b1f24", "#5a626c", "#0a58a6", "#dde1e6"
_DARK = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .m { background: #15181c !important; color: #e7eaee !important; }
  .d { color: #a0a8b2 !important; }
  .s { color: #ffffff !important; }
  .h { color: #a0a8b2 !important; border-color: #333a42 !important; }
  .q { border-color: #4a535d !important; color: #d3d8de !important; }
  .n { background: #3b2f0c !important; color: #ffe3a3 !important; border-color: #d9a400 !important; }
  .a { color: #86bdff !important; }
  .b { background: #86bdff !important; border-color: #86bdff !important; color: #0b1520 !important; }
  .o { border-color: #59636e !important; color: #86bdff !important; }
  .c { background: #232930 !important; color: #d3d8de !important; }
}
"""
_BODY = f"margin:0;padding:20px 16px;background:#ffffff;color:{_TEXT};font:16px/1.5 {_FONT};overflow-wrap:anywhere"
_BODY += ";-webkit-text-size-adjust:100%"
_HEADING = f"margin:24px 0 8px;padding-top:14px;border-top:1px solid {_RULE};font-size:13px;line-height:1.4;font-weight:600;color:{_DIM}"
_STYLES = {
    "plain": ("", "margin:0 0 6px"),
    "lead": ("s", "margin:0 0 12px;font-size:19px;line-height:1.4;font-weight:600;color:#0d1116"),
    "fact": ("s", "margin:12px 0 6px;font-weight:600;color:#0d1116"),
    "quote": ("q", "margin:0 0 8px;padding:1px 0 1px 12px;border-left:3px solid #c3cad2;color:#333a42"),
    "notice": ("n", "margin:0 0 12px;padding:10px 12px;border-left:4px solid #d9a400;background:#fff5d9;color:#4f3b00"),
    "small": ("d", f"margin:0 0 6px;font-size:14px;color:{_DIM}"),
    "command": ("d", f"margin:0 0 6px;font-size:14px;color:{_DIM}"),
}
_PRIMARY = f"display:inline-block;margin:4px 8px 8px 0;padding:10px 16px;border:1px solid {_LINK};border-radius:8px;background:{_LINK}"
_PRIMARY += ";color:#ffffff;font-weight:600;text-decoration:none"
_OUTLINED = "display:inline-block;margin:4px 8px 8px 0;padding:10px 16px;border:1px solid #aab2bc;border-radius:8px"
_OUTLINED += f";color:{_LINK};font-weight:600;text-decoration:none"
_CHOICE = f"display:inline-block;margin:0 16px 0 0;padding:8px 0;font-size:15px;color:{_LINK}"
_CODE = (
    "padding:2px 6px;border-radius:4px;background:#eef0f3;font:14px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:#333a42"
)
_REL = 'rel="noopener noreferrer nofollow"'


def as_page(title: str, blocks: Sequence[Block], mark: str, language: str) -> str:
    """Write blocks as one HTML column that is read at any width, without images and in the dark."""
    body = "\n".join(part for block in blocks for part in _block(block))
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{escape(title)}</title>\n<style>{_DARK}</style></head>\n"
        f'<body class="m" style="{_BODY}">\n<div style="max-width:600px;margin:0 auto">\n{body}\n'
        f'<p class="d" style="margin:24px 0 0;font-size:13px;color:{_DIM}">#{escape(mark)}</p>\n</div>\n</body></html>\n'
    )


def _block(block: Block) -> Iterator[str]:
    if block.heading:
        yield f'<h2 class="h" style="{_HEADING}">{escape(block.heading)}</h2>'
    for style, lines in groupby(block.lines, key=lambda one: one.style):
        if style in ("button", "choice"):
            yield f'<p style="margin:12px 0 0">{"".join(_button(one, number) for number, one in enumerate(lines))}</p>'
        else:
            yield from map(_line, lines)


def _button(one: Line, number: int) -> str:
    name, style = ("a", _CHOICE) if one.style == "choice" else ("o", _OUTLINED) if number else ("b", _PRIMARY)
    return f'<a class="{name}" style="{style}" href="{escape(one.url or "")}" {_REL}>{escape(one.text)}</a>'


def _line(one: Line) -> str:
    name, style = _STYLES[one.style]
    label = f'<span class="d" style="color:{_DIM}">{escape(one.label)}:</span> ' if one.label else ""
    inner = "".join(map(_span, one.spans))
    if one.style == "command":
        inner = f'<code class="c" style="{_CODE}">{inner}</code>'
    if one.url:
        inner = f'<a class="a" style="color:{_LINK}" href="{escape(one.url)}" {_REL}>{inner}</a>{_host(one)}'
    shown = f' class="{name}"' if name else ""
    return f'<p{shown} style="{style}">{label}{inner}</p>'


def _host(one: Line) -> str:
    """Show where a link leads, for its words may say anything."""
    return f' <span class="d" style="font-size:14px;color:{_DIM}">{escape(host_of(one.url or ""))}</span>'


def _span(span: Span) -> str:
    if span.weight == "strong":
        return f"<strong>{escape(span.text)}</strong>"
    if span.weight == "dim":
        return f'<span class="d" style="font-weight:400;color:{_DIM}">{escape(span.text)}</span>'
    return escape(span.text)
