"""A citizen's own pages."""

from django.urls import URLPattern, path

from .views import authorities, businesses, codes, entry, mine, own

app_name = "citizen"
urlpatterns: list[URLPattern] = [
    path("", mine.home, name="home"),
    path("dang-nhap/", entry.sign_in, name="sign_in"),
    path("dang-nhap/ma/", codes.ask, name="ask_code"),
    path("dang-nhap/nhap-ma/", codes.enter, name="enter_code"),
    path("dang-nhap/mat-khau/", own.with_password, name="with_password"),
    path("mo-tai-khoan/", own.open_account, name="open"),
    path("nhap-ma/", codes.confirm, name="confirm"),
    path("chinh-chu/", codes.show_oneself, name="show_oneself"),
    path("an-toan/", own.safety, name="safety"),
    path("an-toan/mat-khau/", own.set_password, name="set_password"),
    path("an-toan/dang-xuat-noi-khac/", own.sign_out_others, name="sign_out_others"),
    path("thong-tin/tai-ve/", own.take_along, name="take_along"),
    path("thong-tin/lien-he/", own.change_contact, name="change_contact"),
    path("tiep-tuc/", entry.go_on, name="go_on"),
    path("thong-tin/", mine.particulars, name="particulars"),
    path("dong-tai-khoan/", mine.close, name="close"),
    path("to-chuc/", businesses.mine, name="businesses"),
    path("to-chuc/khai/", businesses.declare, name="declare_business"),
    path("to-chuc/<int:pk>/", businesses.one, name="business"),
    path("to-chuc/<int:pk>/them-nguoi/", businesses.admit, name="admit_member"),
    path("to-chuc/<int:pk>/nguoi/<int:member>/", businesses.change, name="change_powers"),
    path("to-chuc/<int:pk>/nguoi/<int:member>/thoi/", businesses.end, name="end_membership"),
    path("nop-thay/", authorities.mine, name="authorities"),
    path("nop-thay/them/", authorities.claim, name="claim_authority"),
    path("nop-thay/<int:pk>/thoi/", authorities.withdraw, name="withdraw_authority"),
    path("giay/<int:pk>.pdf", mine.paper, name="paper"),
]
