"""Another platform's record comes in whole, once, and apart from our own counts."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from chain.models import Step
from core import now
from forums.models import Activity, Forum, Post, Thread
from ledger.delivery import deliver_all
from ledger.models import Delivery, Entry
from notifications.models import Notice
from proposals.models import ImportRun, Proposal, ProposalVersion, Support
from search.models import Document

REAL = Path(settings.BASE_DIR).parent / "shared" / "data" / "decidim-barcelona-pam-2016"

OLD = """id,code,created_at,source,official,author_id,district,category,status,total_votes,total_comments,title,summary,url
3,BCN-1,2016-01-22T00:00:00,official,True,1,Gràcia,Bon viure,accepted,17,0,Sensibilitzar,"Amb els veïns, <b>per</b> <script>alert(1)</script>la diversitat",https://decidim.example/pam/proposals/3
4,BCN-2,2016-01-23T00:00:00,citizen,False,2,Gràcia,Bon viure,rejected,5,2,Hi,Una plaza para los vecinos,https://decidim.example/pam/proposals/4
5,BCN-3,not a date,citizen,False,2,,,accepted,5,0,Wrong date,text,
,BCN-4,2016-01-23T00:00:00,citizen,False,2,,,accepted,5,0,No id,text,
"""
OLD_COMMENTS = """id,proposal_id,parent_id,depth,author_id,created_at,alignment,total_likes,total_dislikes,body
11,4,,0,7,2016-02-01T10:00:00,1,3,1,<p>Sí</p>
12,4,11,1,8,2016-02-01T11:00:00,,0,0,<p>Per què?</p>
13,4,99,2,9,2016-02-01T12:00:00,-1,0,0,<p>Lost</p>
14,404,,0,9,2016-02-01T12:00:00,-1,0,0,<p>Nowhere</p>
"""
NEW = """"id";"category/id";"category/name/en";"title/en";"body/en";"state";"reference";"supports";"published_at";"url";"withdrawn"
"901";"1";"Transport";"Later buses";"<p>Run them later.</p>";"accepted";"DEC-901";"12";"2024-03-01 10:00:00 UTC";"https://decidim.example/processes/x/f/1/proposals/901";"false"
"902";"1";"Transport";"Never mind";"<p>I changed my mind.</p>";"withdrawn";"DEC-902";"0";"2024-03-02 10:00:00 UTC";"https://decidim.example/processes/x/f/1/proposals/902";"true"
"""
NEW_COMMENTS = """"id";"created_at";"body";"locale";"author/id";"author/name";"alignment";"depth";"commentable_id";"commentable_type";"root_commentable_url"
"1";"2024-03-05 10:00:00 UTC";"Good";"en";"5";"Zoe";"1";"0";"901";"Decidim::Proposals::Proposal";"https://decidim.example/processes/x/f/1/proposals/901"
"2";"2024-03-05 11:00:00 UTC";"Why?";"en";"6";"Yan";"0";"1";"1";"Decidim::Comments::Comment";"https://decidim.example/processes/x/f/1/proposals/901"
"""


@pytest.fixture
def forum(db):
    made = Forum.objects.create(
        kind="issue",
        slug="barcelona",
        code="BCN",
        title="Barcelona",
        sort_key="barcelona",
        purpose="x",
        created_at=now(),
    )
    Activity.objects.create(forum=made, kind="proposals", title="Proposals", opens_at=now(), threshold=100)
    return made


def files(folder, proposals=OLD, comments=OLD_COMMENTS):
    (folder / "proposals.csv").write_text(proposals)
    (folder / "comments.csv").write_text(comments)
    return str(folder / "proposals.csv"), str(folder / "comments.csv")


def bring(paths, **options):
    call_command("import_decidim", paths[0], comments=paths[1], forum="barcelona", **options)


def test_proposals_and_their_debates_come_in_with_references_links_and_totals_apart(forum, tmp_path, capsys):
    bring(files(tmp_path))

    one, two = Proposal.objects.order_by("source_id")
    assert (
        one.reference,
        one.source_url,
        one.imported_supports,
        one.supports,
        one.origin,
        one.language,
        one.topic,
    ) == (
        "BCN-1",
        "https://decidim.example/pam/proposals/3",
        17,
        0,
        "official",
        "ca",
        "Bon viure",
    )
    assert (one.state, two.state, two.language) == ("open", "refused", "es")
    assert "script" not in one.body_html
    assert Support.objects.count() == 0
    thread = Thread.objects.get(about_id=two.pk)
    assert (thread.post_count, thread.for_count, thread.against_count, two.post_count) == (3, 1, 1, 3)
    assert list(Post.objects.filter(thread=thread).order_by("path").values_list("source_id", "depth", "useful")) == [
        ("11", 0, 2),
        ("12", 1, 0),
        ("13", 0, 0),
    ]


def test_a_bad_row_is_named_by_line_and_reason_and_the_rest_goes_in(forum, tmp_path, capsys):
    bring(files(tmp_path))

    said = capsys.readouterr()
    assert "proposals, line 4: 'not a date' is not a date" in said.err
    assert "proposals, line 5: its id is missing" in said.err
    assert "comment 13 answers 99, which is missing; it stands at the top" in said.err
    assert "comment 14 belongs to no proposal here" in said.err
    run = ImportRun.objects.get()
    assert (run.proposals, run.posts, run.failed) == (2, 3, 2)


def test_run_again_it_changes_nothing(forum, tmp_path):
    def world():
        return [
            model.objects.count()
            for model in (Proposal, ProposalVersion, Post, Thread, Step, Entry, Delivery, ImportRun)
        ]

    bring(files(tmp_path))
    before = world()

    bring(files(tmp_path))

    assert world() == before


def test_an_import_is_one_entry_in_the_record_and_tells_nobody(forum, tmp_path):
    bring(files(tmp_path))

    assert list(Entry.objects.values_list("event", flat=True)) == ["proposals.ProposalsImported"]
    assert Notice.objects.count() == 0


def test_each_stands_on_the_line_open_or_with_the_reason_it_ended(forum, tmp_path):
    bring(files(tmp_path))

    steps = list(Step.objects.order_by("id").values_list("kind", "state", "refusal"))
    assert steps == [
        ("remit_check", "done", ""),
        ("remit_check", "refused", "Rejected on decidim.example, where it was made."),
        ("supports", "open", ""),
    ]


def test_the_export_of_today_with_semicolons_is_read_too(forum, tmp_path):
    bring(files(tmp_path, NEW, NEW_COMMENTS))

    one, two = Proposal.objects.order_by("source_id")
    assert (one.title, one.topic, one.imported_supports, one.language, two.state) == (
        "Later buses",
        "Transport",
        12,
        "en",
        "withdrawn",
    )
    assert list(Post.objects.order_by("path").values_list("author_label", "stance", "depth")) == [
        ("Zoe", "for", 0),
        ("Yan", "neutral", 1),
    ]


def test_compressed_files_are_read_as_they_are(forum, tmp_path):
    path = tmp_path / "proposals.csv.gz"
    path.write_bytes(gzip.compress(OLD.encode()))

    call_command("import_decidim", str(path), forum="barcelona")

    assert Proposal.objects.count() == 2


def test_a_dry_run_writes_nothing_and_still_names_the_faults(forum, tmp_path, capsys):
    bring(files(tmp_path), dry_run=True)

    assert (Proposal.objects.count(), Entry.objects.count()) == (0, 0)
    assert "line 4" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "why"), [("", "empty"), ("a,b\n1,2\n", "not the columns of proposals")])
def test_a_file_that_is_not_the_table_is_refused_with_the_reason(forum, tmp_path, text, why):
    path = tmp_path / "x.csv"
    path.write_text(text)

    with pytest.raises(CommandError, match=why):
        call_command("import_decidim", str(path), forum="barcelona", source="x")


@pytest.mark.slow
def test_barcelona_comes_in_whole_and_only_once(forum):
    if not REAL.is_dir():
        pytest.skip("the Barcelona data set is not on this machine; the import was not tried on it")
    paths = str(REAL / "proposals.csv.gz"), str(REAL / "comments.csv.gz")

    for _ in range(2):
        bring(paths)

        assert (Proposal.objects.count(), Post.objects.count()) == (10_860, 18_192)
        assert sum(Proposal.objects.values_list("imported_supports", flat=True)) == 165_127
        assert Thread.objects.order_by("-post_count").first().post_count == 337
        assert (Post.objects.order_by("-depth").first().depth, ImportRun.objects.get().failed) == (11, 0)


def test_what_came_in_can_be_found(forum, tmp_path):
    bring(files(tmp_path))

    deliver_all()

    assert sorted(Document.objects.values_list("title", "language")) == [("Hi", "es"), ("Sensibilitzar", "ca")]
