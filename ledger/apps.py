from core.apps import HouseApp


class LedgerConfig(HouseApp):
    name = "ledger"
