from core.apps import HouseApp


class NotificationsConfig(HouseApp):
    name = "notifications"
