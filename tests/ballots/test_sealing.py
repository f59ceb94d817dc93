"""Pure: what lies in the database before certification."""

import pytest
from cryptography.exceptions import InvalidTag

from ballots.sealing import ALPHABET, new_tracker, seal, unseal, voter_tag


def test_a_sealed_vote_opens_with_its_own_ballot_and_tag_only():
    tag, other = voter_tag(1, 10), voter_tag(1, 11)
    sealed = seal(ballot_id=1, voter=tag, choice="abstain", tracker="ABCDEFGHJKLM")

    assert unseal(ballot_id=1, voter=tag, sealed=sealed) == ("abstain", "ABCDEFGHJKLM")
    for ballot_id, voter in ((1, other), (2, tag)):
        with pytest.raises(InvalidTag):
            unseal(ballot_id=ballot_id, voter=voter, sealed=sealed)


def test_every_sealed_vote_is_equally_long_and_none_looks_like_another():
    sealed = [
        seal(ballot_id=1, voter="t", choice=choice, tracker=new_tracker()) for choice in ("yes", "no", "abstain", "yes")
    ]

    assert {len(each) for each in sealed} == {48}
    assert len(set(sealed)) == 4


def test_a_tag_is_the_same_for_one_person_in_one_ballot_and_says_nothing_across_ballots():
    assert voter_tag(1, 10) == voter_tag(1, 10)
    assert len({voter_tag(1, 10), voter_tag(1, 11), voter_tag(2, 10)}) == 3


def test_another_key_gives_other_tags_and_opens_nothing(settings):
    tag = voter_tag(1, 10)
    sealed = seal(ballot_id=1, voter=tag, choice="yes", tracker="ABCDEFGHJKLM")

    settings.BALLOT_KEY = "another key altogether"

    assert voter_tag(1, 10) != tag
    with pytest.raises(InvalidTag):
        unseal(ballot_id=1, voter=tag, sealed=sealed)


def test_a_tracker_can_be_copied_by_hand():
    trackers = {new_tracker() for _ in range(200)}

    assert len(trackers) == 200
    assert {len(tracker) for tracker in trackers} == {12}
    assert not set("01OI") & set(ALPHABET)
