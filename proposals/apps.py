from core.apps import HouseApp


class ProposalsConfig(HouseApp):
    name = "proposals"
