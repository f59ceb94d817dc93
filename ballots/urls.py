from django.urls import path

from ballots.views import ballots as views, paper

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
    path("<int:pk>/paper/", paper.box, name="box"),
    path("<int:pk>/paper/slips/", paper.slips, name="slips"),
    path("<int:pk>/paper/print/", paper.print_slips, name="print_slips"),
    path("<int:pk>/paper/hand-out/", paper.hand_out, name="hand_out"),
    path("<int:pk>/paper/read/", paper.read, name="read_slip"),
    path("<int:pk>/annul/", views.annul, name="annul"),
]
