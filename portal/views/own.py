from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from core.http import page
from portal.queries.own import my_page


@login_required
@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """One person's own page: what waits for them, what they asked and backed, where they belong."""
    return page(request, "portal/me.html", {"shown": my_page(request.user)})
