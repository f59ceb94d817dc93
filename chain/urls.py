from django.urls import path

from chain import views

app_name = "chain"

urlpatterns = [
    path("<int:pk>/", views.step, name="step"),
    path("line/<str:kind>/<int:pk>/", views.line, name="line"),
]
