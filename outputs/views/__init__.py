from outputs.views.deciding import approval, comments, joining, reopen, settle
from outputs.views.reading import output, outputs, pdf, versions
from outputs.views.writing import discard, edit, new

__all__ = [
    "approval",
    "comments",
    "discard",
    "edit",
    "joining",
    "new",
    "output",
    "outputs",
    "pdf",
    "reopen",
    "settle",
    "versions",
]
