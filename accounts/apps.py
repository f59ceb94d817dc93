from core.apps import HouseApp


class AccountsConfig(HouseApp):
    name = "accounts"

    def ready(self) -> None:
        from accounts.queries import has_role  # noqa: PLC0415 -- app ready
        from core.roles import look_up_roles_with  # noqa: PLC0415 -- app ready

        super().ready()
        look_up_roles_with(has_role)
