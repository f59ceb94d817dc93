"""What this floor tells the floors below, and what it does when they have news."""

from accounts.queries import has_role
from core.roles import look_up_roles_with

look_up_roles_with(has_role)
