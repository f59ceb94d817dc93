"""Pages and acts under load: processor time of each server, requests a second, the slowest hundredth, bytes and queries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import sleep

from tests.bench.house import House
from tests.bench.load import Answers, Job, ask
from tests.bench.questions import Asker

SERVERS = ("web", "database", "redis")


@dataclass(frozen=True)
class Scene:
    """One kind of request: how many a round asks, which answer is right, and what it must reach.

    `floor`: percent of the page's processor time that an empty view in the same sign-in state takes, at least.
    """

    name: str
    words: str
    number: int
    status: int = 200
    base: str = "empty"
    floor: float | None = None
    queries: int | None = None


SCENES = (
    Scene("empty", "an empty view behind the whole middleware, signed out", 3000),
    Scene("empty_signed_in", "the same, signed in", 3000),
    Scene("list_first", "list of proposals, first page, not kept", 400, floor=8, queries=6),
    Scene("list_any", "list of proposals, any page, not kept", 400, floor=8, queries=6),
    Scene("list_kept", "list of proposals, kept", 2000, floor=40),
    Scene("list_unchanged", "list of proposals, unchanged (304)", 2500, status=304, floor=55),
    Scene("proposal", "proposal with its first posts, signed out, not kept", 300, floor=6, queries=8),
    Scene("proposal_signed_in", "proposal with its first posts, signed in", 300, base="empty_signed_in", queries=8),
    Scene("thread_of_100", "conversation of 100 posts, first page, signed out, not kept", 200, floor=6, queries=8),
    Scene("thread_of_1000", "the same of 1,000 posts", 200, floor=6, queries=8),
    Scene("thread_of_10000", "the same of 10,000 posts", 200, floor=6, queries=8),
    Scene("one_post_of_10000", "one of its posts where it stands (permanent address)", 200, queries=8),
    Scene("forum_of_100", "forum with a conversation of 100 posts, signed out, not kept", 100),
    Scene("forum_of_1000", "the same with 1,000 posts", 100),
    Scene("forum_of_10000", "the same with 10,000 posts", 100),
    Scene("support", "support (POST, signed in, CSRF, durable)", 800, status=303, base="empty_signed_in", floor=15, queries=6),
    Scene("support_part", "the same, answered with the panel (htmx)", 400, base="empty_signed_in", queries=6),
    Scene("desk_of_100", "its facilitator's desk: 5 of 100 posts are reported", 100, base="empty_signed_in"),
    Scene("desk_of_1000", "the same: 50 of 1,000", 100, base="empty_signed_in"),
    Scene("desk_of_10000", "the same: 500 of 10,000", 100, base="empty_signed_in"),
)  # fmt: skip


@dataclass
class Figures:
    """One scene over all rounds; milliseconds for one request."""

    scene: Scene
    cpu: dict[str, list[float]] = field(default_factory=lambda: {server: [] for server in SERVERS})
    rates: list[float] = field(default_factory=list)
    p99: list[float] = field(default_factory=list)
    body: int = 0
    queries: int = 0

    def ms(self, server: str) -> float:
        return median(self.cpu[server])

    @property
    def rate(self) -> float:
        return median(self.rates)

    @property
    def slowest(self) -> float:
        return median(self.p99)

    @property
    def all_ms(self) -> float:
        return median(map(sum, zip(*self.cpu.values(), strict=True)))


def measure(house: House, asker: Asker, *, rounds: int, share: float, say: Callable[[str], None]) -> dict[str, Figures]:
    """Every scene once in each round, so that what disturbs the machine for a while disturbs all of them."""
    figures = {scene.name: Figures(scene) for scene in SCENES}
    for scene in SCENES:
        _ask(asker, scene, 240)
    for number in range(rounds):
        say(f"round {number + 1} of {rounds}")
        for scene in SCENES:
            _measure_once(house, asker, figures[scene.name], max(int(scene.number * share), 32))
    return figures


def ratio(figures: dict[str, Figures], name: str, *, everything: bool = False) -> float:
    """Percent: what the empty view takes of the page's processor time, of the web server alone or of all servers."""
    one, base = figures[name], figures[figures[name].scene.base]
    return 100 * (base.all_ms / one.all_ms if everything else base.ms("web") / one.ms("web"))


def growth(house: House, asker: Asker, *, number: int) -> int:
    """Bytes that the web server holds more after the longest conversation was asked for so often than after the shortest was."""
    held = []
    for name in ("thread_of_100", "thread_of_10000"):
        ask(Job(asker.port, asker.requests(name, number)))
        held.append(house.web_memory())
    return held[1] - held[0]


def double_click(asker: Asker, number: int) -> Answers:
    """Each support sent twice at the same moment over two connections."""
    return ask(Job(asker.port, asker.double_clicks(number), connections=8))


def _measure_once(house: House, asker: Asker, one: Figures, number: int) -> None:
    requests = asker.requests(one.scene.name, number)
    sleep(0.05)  # what the last scene left to do is done
    before = house.cpu()
    answers = ask(Job(asker.port, requests))
    sleep(0.05)
    after = house.cpu()
    _check(one.scene, answers)
    for server in SERVERS:
        one.cpu[server].append(1000 * (after[server] - before[server]) / number)
    one.rates.append(number / answers.took)
    one.p99.append(1000 * quantiles(answers.seconds, n=100)[98])
    one.body = answers.body_bytes // number


def _ask(asker: Asker, scene: Scene, number: int) -> None:
    _check(scene, ask(Job(asker.port, asker.requests(scene.name, number))))


def _check(scene: Scene, answers: Answers) -> None:
    if set(answers.statuses) != {scene.status}:
        raise RuntimeError(f"{scene.words}: answers {dict(answers.statuses)}; the last one {answers.head!r}")
