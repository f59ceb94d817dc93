from outputs.views.deciding import approval, comments, joining, reopen, settle
from outputs.views.opposing import end, opposite
from outputs.views.reading import output, outputs, pdf, versions
from outputs.views.writing import discard, edit, new

__all__ = [
    "approval",
    "comments",
    "discard",
    "edit",
    "end",
    "joining",
    "new",
    "opposite",
    "output",
    "outputs",
    "pdf",
    "reopen",
    "settle",
    "versions",
]
