from django.urls import path

from ballots import views

app_name = "ballots"
urlpatterns = [
    path("", views.ballots, name="list"),
    path("<int:pk>/", views.ballot, name="ballot"),
    path("<int:pk>/vote/", views.vote, name="vote"),
    path("<int:pk>/receipt/", views.receipt, name="receipt"),
    path("<int:pk>/votes/", views.votes, name="votes"),
    path("<int:pk>/votes/find/", views.find, name="find"),
    path("<int:pk>/votes.csv", views.votes_file, {"kind": "csv"}, name="votes_csv"),
    path("<int:pk>/votes.txt", views.votes_file, {"kind": "txt"}, name="votes_text"),
    path("<int:pk>/annul/", views.annul, name="annul"),
]
