"""What can be found: one document per public record, and the words it holds."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from search.querysets import DocumentQuerySet


class Document(models.Model):
    """The searchable face of one record. Only what anybody may see is ever written here."""

    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    body = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    language = models.CharField(max_length=12, default="en")
    config = models.CharField(max_length=40, default="simple")  # the text search configuration that read it
    group = models.CharField(max_length=60, blank=True)  # a facet to filter by, such as "forum:12"
    area_id = models.BigIntegerField(null=True, blank=True)
    at = models.DateTimeField()
    vector = SearchVectorField()
    title_vector = SearchVectorField()  # small, so that thousands can be compared in a moment

    objects = DocumentQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("subject_kind", "subject_id"), name="document_once"),)
        indexes = (
            GinIndex(fields=("vector",), name="document_words", fastupdate=True),
            GinIndex(fields=("title_vector",), name="document_title_words", fastupdate=True),
            models.Index(fields=("subject_kind", "-at", "-id"), name="document_recent"),
            models.Index(fields=("-at", "-id"), name="document_newest"),
        )

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """How many titles of one kind hold a lexeme; refreshed by a nightly job. Rare words tell proposals apart.

    Of each kind one row has no lexeme and counts the titles. Rows without a kind are whole words, as people write them in
    any document: what an unknown word may have meant.
    """

    kind = models.CharField(max_length=60, blank=True)
    lexeme = models.CharField(max_length=80, blank=True)
    documents = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("kind", "lexeme"), name="word_once"),)
        indexes = (models.Index(fields=("lexeme",), name="word_lexeme"),)

    def __str__(self) -> str:
        return self.lexeme
