from core.apps import HouseApp


class ChainConfig(HouseApp):
    name = "chain"
