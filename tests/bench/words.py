"""Words for made-up proposals and posts, the same in every run."""

import random

dice = random.Random(20260501)


def _each(text: str) -> list[str]:
    return text.split()


_THINGS = _each(
    "bus night home-care playground library market canal clinic school crossing kitchen garden shelter cinema youth-club "
    "bench lamp tram cycle-lane hostel workshop nursery allotment swimming-bath community-hall footpath surgery helpline"
)
_ACTS = _each("Keep Open Repair Extend Bring-back Light Widen Staff Clean Fund Reopen Protect Plan Share Plant")
_PLACES = _each(
    "the-square the-estate the-high-street the-park the-station the-old-works the-hospital the-river the-towers"
)
_PLAIN = _each(
    "we ask that the council keeps what people use every day and says in public when it cannot since nobody here can get "
    "to work school or the doctor without it and those who run it have told us what it takes more hours fewer forms one "
    "person to call and a date by which it is done carers parents and pensioners wait in the cold twice a week for want of it"
)


def title() -> str:
    """Between 25 and 110 characters."""
    act, thing, place = dice.choice(_ACTS), dice.choice(_THINGS), dice.choice(_PLACES)
    more = f" {dice.choice(('for', 'with', 'before', 'without'))} {sentence(dice.randint(1, 9))[:-1].lower()}"
    return f"{act} the {thing} at {place}{more if dice.random() < 0.7 else ' in winter'}".replace("-", " ")


def sentence(number: int) -> str:
    return " ".join(dice.choices(_PLAIN, k=number)).capitalize() + "."


def paragraphs(number: int, words: int) -> str:
    """HTML of so many paragraphs with about so many words each."""
    return "".join(f"<p>{' '.join(sentence(12) for _ in range(max(words // 12, 1)))}</p>" for _ in range(number))


def name() -> str:
    first = _each("Ada Ben Cleo Dov Esi Finn Grace Hamid Ines Jo Kemi Liam Mina Noor Omar Pat Rosa Sam Tia Uli")
    last = _each("Price Obi Marsh Katz Clarke Hale Whitby Orme Sohal Boateng Lane Murray Iqbal Reyes Novak Doyle")
    return f"{dice.choice(first)} {dice.choice(last)}"
