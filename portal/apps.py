from core.apps import HouseApp


class PortalConfig(HouseApp):
    name = "portal"
