from core.apps import HouseApp


class ModerationConfig(HouseApp):
    name = "moderation"
