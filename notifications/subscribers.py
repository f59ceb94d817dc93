"""Pages show how many notices are new: the count is ours to give."""

from core.context import count_new_with
from notifications.queries import unread_count

count_new_with(unread_count)
