from core.apps import HouseApp


class ForumsConfig(HouseApp):
    name = "forums"
