from core.apps import HouseApp


class ClocksConfig(HouseApp):
    name = "clocks"
