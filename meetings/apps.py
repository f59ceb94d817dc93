from core.apps import HouseApp


class MeetingsConfig(HouseApp):
    name = "meetings"
