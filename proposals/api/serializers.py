"""Proposals as data."""

from typing import Any

from rest_framework import serializers

from proposals.models import Proposal, ProposalVersion
from proposals.policies import may_support
from proposals.queries import own_support


class ProposalSerializer(serializers.ModelSerializer):
    """`supports` is the published count at `counted_at`; those below the level, and another platform's, are never in it."""

    forum: Any = serializers.SlugRelatedField("slug", read_only=True)
    area: Any = serializers.SlugRelatedField("slug", read_only=True, allow_null=True)
    author = serializers.SerializerMethodField()
    being_checked = serializers.BooleanField(source="is_being_checked", read_only=True)

    class Meta:
        model = Proposal
        fields: tuple[str, ...] = (
            *("reference", "address", "title", "state", "being_checked", "forum", "area", "topic", "type", "origin"),
            *("author", "language", "supports", "threshold", "counted_at", "supports_below", "supports_verified"),
            *("imported_supports", "post_count", "published_at", "expires_on", "supports_closed_at", "version"),
        )

    def get_author(self, proposal: Proposal) -> str:
        return proposal.author.name if proposal.author else proposal.author_label


class ProposalDetailSerializer(ProposalSerializer):
    """A hidden proposal has its reason in place of its words."""

    may_support = serializers.SerializerMethodField()
    why_not = serializers.SerializerMethodField()
    supported_by_me = serializers.SerializerMethodField()

    class Meta(ProposalSerializer.Meta):
        fields = (
            *ProposalSerializer.Meta.fields,
            *("body", "assets", "hidden_because", "withdrawn_because", "source_url"),
            *("may_support", "why_not", "supported_by_me"),
        )

    def to_representation(self, instance: Proposal) -> Any:
        shown = super().to_representation(instance)
        return shown | {"title": "", "body": "", "assets": ""} if instance.is_hidden else shown

    def get_may_support(self, proposal: Proposal) -> bool:
        return bool(may_support(self.context["request"].user, proposal))

    def get_why_not(self, proposal: Proposal) -> str:
        return str(may_support(self.context["request"].user, proposal).reason)

    def get_supported_by_me(self, proposal: Proposal) -> bool:
        return own_support(self.context["request"].user, proposal) is not None


class VersionSerializer(serializers.ModelSerializer):
    class Meta:
        model = ProposalVersion
        fields = ("version", "title", "body", "assets", "digest", "at")
