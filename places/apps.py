from core.apps import HouseApp


class PlacesConfig(HouseApp):
    name = "places"
