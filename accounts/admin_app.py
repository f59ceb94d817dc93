from django.contrib.admin.apps import AdminConfig


class HouseAdminConfig(AdminConfig):
    """Django's admin behind the house's own door."""

    default_site = "accounts.admin_site.HouseAdmin"
