"""Where the Centre writes about rules to who can change them, and follows it to the outcome."""

from django.urls import URLPattern, path

from motcua.domain.feedback.reports.policies import SENDS, may_follow
from motcua.web.components import desks

from .views import composing, reports

app_name = "reports"
urlpatterns: list[URLPattern] = [
    path("", reports.under_way, name="under_way"),
    path("da-xong/", reports.ended, name="ended"),
    path("moi/", composing.draft, name="draft"),
    path("<str:code>/", reports.one, name="one"),
    path("<str:code>/van-ban.pdf", reports.letter, name="letter"),
    path("<str:code>/van-ban-tra-loi.pdf", reports.reply, name="reply"),
    path("<str:code>/sua/", composing.change, name="change"),
    path("<str:code>/trinh/", reports.submit, name="submit"),
    path("<str:code>/tra-lai/", reports.give_back, name="give_back"),
    path("<str:code>/duyet/", reports.approve, name="approve"),
    path("<str:code>/bo/", reports.drop, name="drop"),
    path("<str:code>/gui/", reports.send, name="send"),
    path("<str:code>/hoi/", reports.chase, name="chase"),
    path("<str:code>/ket-qua/", reports.outcome, name="outcome"),
    path("<str:code>/tra-lai-ket-qua/", reports.give_outcome_back, name="give_outcome_back"),
    path("<str:code>/bao-nguoi-dan/", reports.confirm, name="confirm"),
]

desks.enter(
    app_name,
    "Báo cáo về quy định",
    order=55,
    roles=SENDS,
    sections=[("Đang làm", "reports:under_way"), ("Đã xong", "reports:ended")],
    only=may_follow,
)
