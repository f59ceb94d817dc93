from django.urls import path

from clocks import views

app_name = "clocks"

urlpatterns = [
    path("", views.index, name="index"),
    path("holidays/new/", views.new_holiday, name="new_holiday"),
]
