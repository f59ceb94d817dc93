from core.apps import HouseApp


class CommitteesConfig(HouseApp):
    name = "committees"
