from django.urls import path

from accounts.views import keys, own, proof, records, staff, terms

app_name = "accounts"
urlpatterns = [
    path("profile/", own.profile, name="profile"),
    path("address/", own.address, name="address"),
    path("address/letter/", proof.letter, name="letter"),
    path("address/code/", proof.code, name="code"),
    path("address/register/", proof.register_check, name="register_check"),
    path("standing/", own.standing, name="standing"),
    path("standing/<int:pk>/end/", own.standing_end, name="standing_end"),
    path("terms/", own.terms, name="terms"),
    path("terms/acceptance/", own.terms_accept, name="terms_accept"),
    path("terms/new/", terms.new_terms, name="new_terms"),
    path("data/", records.data, name="data"),
    path("data/<int:pk>/", records.download, name="download"),
    path("key/", keys.key, name="key"),
    path("key/end/", keys.key_end, name="key_end"),
    path("delete/", records.delete, name="delete"),
    path("gone/", records.gone, name="gone"),
    path("register/", staff.register, name="register"),
    path("letters/", staff.letters, name="letters"),
    path("roles/", staff.roles, name="roles"),
    path("roles/<int:pk>/end/", staff.role_end, name="role_end"),
    path("standings/", staff.standings, name="standings"),
    path("retention/", staff.retention, name="retention"),
    path("retention/<int:pk>/", staff.retention_carry_out, name="retention_carry_out"),
]
