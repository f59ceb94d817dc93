"""The story of an area: read it, see how it changed, write it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from core.http import done, invalid, page
from core.limits import limited
from core.pagecache import for_everyone
from core.ui.asking import viewer
from core.verdicts import require
from neighbourhoods.actions import write_story
from neighbourhoods.forms import StoryForm, story_values
from neighbourhoods.policies import may_write_story
from neighbourhoods.queries import changes_of, sources_of, version_of
from neighbourhoods.views.loading import area_or_404


@for_everyone
@require_GET
def story(request: HttpRequest, slug: str) -> HttpResponse:
    area = area_or_404(slug)
    version = version_of(area)
    context = {"area": area, "story": version, "sources": sources_of(version)}
    return page(request, "neighbourhoods/story.html", context)


@for_everyone
@require_GET
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """Every version with what changed against the one before it, the newest first."""
    area = area_or_404(slug)
    return page(request, "neighbourhoods/story_versions.html", {"area": area, "changes": changes_of(area)})


@require_http_methods(["GET", "POST"])
@limited("neighbourhoods.story", times=60, seconds=3600)
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    area = area_or_404(slug)
    require(may_write_story(viewer(request), area))
    version = version_of(area)
    form = StoryForm(request.POST or None, initial=story_values(version, version.version if version else 0))
    if request.method == "GET":
        return page(request, "neighbourhoods/story_form.html", {"area": area, "form": form})
    if not form.is_valid():
        return invalid(request, "neighbourhoods/story_form.html", {"area": area, "form": form})
    write_story(actor=request.user, area=area, **form.words())
    return done(request, reverse("neighbourhoods:story", args=[area.slug]))
