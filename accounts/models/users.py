"""Signing in: an e-mail address, and a password only for those who want one."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models

from core import now


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A sign-in. What a human being is and may do hangs on `person`."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    barred = models.BooleanField(default=False)  # blocked by a moderator: no session of theirs counts meanwhile
    is_staff = models.BooleanField(default=False)  # may open the admin pages
    date_joined = models.DateTimeField(default=now)
    must_accept_terms = models.BooleanField(default=False)  # new terms came out that count only once accepted
    warnings = models.PositiveSmallIntegerField(default=0)  # that a long silence will end the account
    warned_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        """The person's name where it was loaded along; never the address, for this is what pages and logs show."""
        person = self._state.fields_cache.get("person")
        return str(person) if person else f"sign-in {self.pk}"
