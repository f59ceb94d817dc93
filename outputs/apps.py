from core.apps import HouseApp


class OutputsConfig(HouseApp):
    name = "outputs"
