from core.apps import HouseApp


class NeighbourhoodsConfig(HouseApp):
    name = "neighbourhoods"
