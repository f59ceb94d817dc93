from django.urls import path

from ledger import views

app_name = "ledger"

urlpatterns = [
    path("", views.record, name="record"),
    path("seals/", views.seals, name="seals"),
    path("check/", views.check, name="check"),
    path("<int:pk>/", views.entry, name="entry"),
]
