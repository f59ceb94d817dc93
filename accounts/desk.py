"""A report on personal data past its time, on the administrator's desk until it is carried out."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from accounts.policies import may_carry_out
from accounts.queries import newest_report
from core.desk import Act, Entry, Office, register


def retention(office: Office) -> Iterator[Entry]:
    """Nothing goes before somebody has looked."""
    run = newest_report()
    if run is None or not run.count or not may_carry_out(office.user, run):
        return
    words = ngettext(
        "A report names %(n)s case. It goes only when you carry it out.",
        "A report names %(n)s cases. They go only when you carry it out.",
        run.count,
    )
    url = reverse("accounts:retention")
    acts = (Act(_("Look at the report"), url),)
    yield Entry(
        "retention",
        str(run.pk),
        _("Personal data past its time"),
        url,
        acts,
        since=run.at,
        note=words % {"n": run.count},
    )


register(retention, roles=("administrator",), kinds={"retention": gettext_lazy("Personal data")})
