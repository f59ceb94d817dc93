from core.apps import HouseApp


class BallotsConfig(HouseApp):
    name = "ballots"
