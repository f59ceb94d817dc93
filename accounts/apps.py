from core.apps import HouseApp


class AccountsConfig(HouseApp):
    name = "accounts"
