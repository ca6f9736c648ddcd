"""Where officials read what people said."""

from django.urls import URLPattern, path

from .views import desk, papers, surveys, tablets

app_name = "rated"
urlpatterns: list[URLPattern] = [
    path("", desk.all_opinions, name="all"),
    path("danh-gia.csv", desk.all_csv, name="all_csv"),
    path("co-quan-toi/", desk.own, name="own"),
    path("<int:pk>/phan-anh/", desk.take_up, name="take_up"),
    path("phieu-giay/", papers.key_in, name="key_in"),
    path("khao-sat/", surveys.surveys, name="surveys"),
    path("khao-sat/moi/", surveys.draft, name="draft"),
    path("khao-sat/<int:pk>/", surveys.survey, name="survey"),
    path("khao-sat/<int:pk>/tien-do.csv", surveys.survey_csv, name="survey_csv"),
    path("khao-sat/<int:pk>/bat-dau/", surveys.open_survey, name="open"),
    path("khao-sat/<int:pk>/ket-thuc/", surveys.close_survey, name="close"),
    path("khao-sat/<int:pk>/nhap/", surveys.key_in_survey, name="key_in_survey"),
    path("khao-sat/<int:pk>/<slug:code>/ban-giao/", surveys.hand_over, name="hand_over"),
    path("may/", tablets.tablets, name="tablets"),
    path("may/cap/", tablets.register, name="register_tablet"),
    path("may/<int:pk>/thu-hoi/", tablets.revoke, name="revoke_tablet"),
    path("quay/", tablets.seats, name="seats"),
    path("quay/<int:pk>/", tablets.sit, name="sit"),
    path("may/<slug:secret>", tablets.tablet, name="tablet"),
    path("may/<slug:secret>/luot", tablets.turn, name="turn"),
    path("may/<slug:secret>/cham", tablets.tap, name="tap"),
]
