from core.apps import HouseApp


class SearchConfig(HouseApp):
    name = "search"
