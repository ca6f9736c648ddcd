"""Following the own dossiers."""

from django.urls import URLPattern, path

from .views import choosing, dossier, lists, paying, sending, told

app_name = "following"
urlpatterns: list[URLPattern] = [
    path("", lists.home, name="home"),
    path("tin-bao/", told.inbox, name="inbox"),
    path("tin-bao/da-doc/", told.seen, name="seen"),
    path("tin-bao/mo/<str:code>/", told.find, name="find"),
    path("kenh-bao/", told.ways, name="ways"),
    path("<str:code>/", dossier.page, name="dossier"),
    path("<str:code>/da-nop/<int:pk>.pdf", dossier.handed_in, name="handed_in"),
    path("<str:code>/ket-qua/<int:pk>.pdf", dossier.result, name="result"),
    path("<str:code>/bo-sung/", sending.supplement, name="supplement"),
    path("<str:code>/nop-tien/", sending.payment, name="payment"),
    path("<str:code>/nop-phi/", paying.fees, name="fees"),
    path("<str:code>/bien-lai/<int:pk>.pdf", paying.receipt, name="fee_receipt"),
    path("<str:code>/rut/", sending.withdraw, name="withdraw"),
    path("<str:code>/tam-dung/", sending.stop, name="stop"),
    path("<str:code>/tiep-tuc/", sending.go_on, name="go_on"),
    path("<str:code>/da-gui/<int:pk>/lay-lai/", sending.take_back, name="take_back"),
    path("<str:code>/cach-nhan/", choosing.choose_return, name="choose_return"),
    path("<str:code>/dia-chi-nhan/", choosing.bring_to, name="bring_to"),
    path("<str:code>/danh-gia/", choosing.rate, name="rate"),
]
