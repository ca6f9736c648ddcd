"""Where it is seen what people were told, and where providers report."""

from django.urls import URLPattern, path

from motcua.domain.messages.policies import NOTES, WATCHES
from motcua.web.components import desks

from .views import contacts, messages, reports, texts, ways

app_name = "messages"
urlpatterns: list[URLPattern] = [
    path("", messages.messages, name="messages"),
    path("<int:pk>/", messages.message, name="message"),
    path("<int:pk>/gui-lai/", messages.send_again, name="send_again"),
    path("kenh/", ways.ways, name="ways"),
    path("mau/", texts.texts, name="texts"),
    path("lien-he/", contacts.find, name="find"),
    path("lien-he/<int:pk>/", contacts.contact, name="contact"),
    path("lien-he/<int:pk>/kenh/", contacts.choose, name="choose"),
    path("lien-he/<int:pk>/dong-y/", contacts.agree, name="agree"),
    path("lien-he/<int:pk>/rut/", contacts.withdraw, name="withdraw"),
    path("bao-nhan/sms/", reports.sms, name="sms_reports"),
    path("bao-nhan/zns/", reports.zns, name="zns_reports"),
]

desks.enter(
    app_name,
    "Tin nhắn",
    order=58,  # behind administration: who only administers begins there
    roles=NOTES,
    sections=(
        ("Tin đã gửi", "messages:messages", WATCHES),
        ("Kênh gửi", "messages:ways", WATCHES),
        ("Mẫu tin", "messages:texts"),
        ("Lựa chọn của người nhận", "messages:find"),
    ),
)
