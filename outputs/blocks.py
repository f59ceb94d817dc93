"""A person's Markdown as plain data, for setting in type: blocks of runs. Nothing in it is code to anybody."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from core.text import markdown as reader

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

Block = dict[str, Any]
Run = dict[str, Any]
SCHEMES = ("http://", "https://", "mailto:")


def blocks_of(markdown: str) -> list[Block]:
    """Paragraphs, headings, lists, quotations and code, each with its runs of text."""
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 -- loaded where something is set in type

    return list(_blocks(SyntaxTreeNode(reader().parse(markdown))))


def _blocks(node: "SyntaxTreeNode") -> Iterator[Block]:
    for child in node.children:
        if child.type in ("paragraph", "heading"):
            yield {"kind": child.type, "runs": _runs_of(child)}
        elif child.type in ("bullet_list", "ordered_list"):
            items = [list(_blocks(item)) for item in child.children]
            yield {"kind": child.type, "start": int(child.attrs.get("start", 1)), "items": items}
        elif child.type == "blockquote":
            yield {"kind": "quote", "blocks": list(_blocks(child))}
        elif child.type in ("fence", "code_block"):
            yield {"kind": "code", "text": child.content.rstrip("\n")}
        elif child.type == "hr":
            yield {"kind": "rule"}
        elif child.content:
            yield {"kind": "paragraph", "runs": [{"text": child.content}]}


def _runs_of(block: "SyntaxTreeNode") -> list[Run]:
    return [run for inline in block.children for run in _runs(inline.children, {})]


def _runs(nodes: "list[SyntaxTreeNode]", style: Run) -> Iterator[Run]:
    for node in nodes:
        if node.type in ("softbreak", "hardbreak"):
            yield {"break": True}
        elif node.type == "strong":
            yield from _runs(node.children, style | {"strong": True})
        elif node.type == "em":
            yield from _runs(node.children, style | {"emph": True})
        elif node.type == "code_inline":
            yield style | {"text": node.content, "code": True}
        elif node.type == "link":
            href = str(node.attrs.get("href", ""))
            yield from _runs(node.children, style | ({"href": href} if href.startswith(SCHEMES) else {}))
        elif node.children:
            yield from _runs(node.children, style)  # a picture leaves the words that stand for it
        elif node.content:
            yield style | {"text": node.content}
