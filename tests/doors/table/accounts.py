"""One's own account, its keepers, and the way in and out."""

from tests.doors.table.door import ADMINISTRATOR, CLERK, NOBODY, OWNER, SIGNED_IN, STEWARDS, acts, one, opens, said

ACCOUNTS = {
    **opens("accounts:profile accounts:address accounts:letter accounts:code accounts:register_check", SIGNED_IN),
    **opens("accounts:standing accounts:data accounts:key accounts:delete", SIGNED_IN),
    **opens("accounts:terms accounts:gone"),
    **acts("accounts:terms_accept accounts:key_end", SIGNED_IN),
    **acts("accounts:standing_end", SIGNED_IN, args=one("standing.pk")),
    **opens("accounts:download", OWNER, args=one("export.pk"), hidden=True),
    **opens("accounts:register", STEWARDS),
    **opens("accounts:letters", CLERK),
    **opens("accounts:roles accounts:retention accounts:new_terms", ADMINISTRATOR),
    **acts("accounts:role_end", ADMINISTRATOR, args=one("grant.pk")),
    **opens("accounts:standings", CLERK | {"scrutiny officer"}),
    **acts("accounts:retention_carry_out", ADMINISTRATOR, args=one("run.pk")),
    **opens("demo:people kept_mail"),
    **opens("api:me api:me-exports", SIGNED_IN),
    **acts("api:me-postcode api:me-code", SIGNED_IN),
}

# Signing in and out is allauth's; those who are in are sent on, those who are out are asked to come in first.
IN_AND_OUT = frozenset({302})
SIGNING = {
    **opens(
        "account_login account_signup account_request_login_code account_reset_password account_inactive",
        also=IN_AND_OUT,
    ),
    **opens("account_email_verification_sent account_confirm_login_code account_reset_password_done", also=IN_AND_OUT),
    **opens("account_reset_password_from_key_done mfa_authenticate", also=IN_AND_OUT),
    **opens("account_reset_password_from_key", args=said("abc", "set-password"), also=IN_AND_OUT),
    **opens("account_reauthenticate mfa_reauthenticate", NOBODY),  # nobody here has a password or a second factor
    **opens("account_logout", also=IN_AND_OUT),
    **opens("account_email account_change_password account_set_password", SIGNED_IN, also=IN_AND_OUT),
    **opens("mfa_index mfa_activate_totp", SIGNED_IN, also=IN_AND_OUT),
    **opens(
        "mfa_deactivate_totp mfa_view_recovery_codes mfa_generate_recovery_codes mfa_download_recovery_codes",
        SIGNED_IN,
        also=frozenset({302, 404}),
    ),
}
