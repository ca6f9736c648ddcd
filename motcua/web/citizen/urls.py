"""A citizen's own pages; the way in is in `entry_urls.py`, in every language."""

from django.urls import URLPattern, path

from .views import authorities, businesses, codes, entry, mine, own, second_factor

app_name = "citizen"
urlpatterns: list[URLPattern] = [
    path("", mine.home, name="home"),
    path("nhap-ma/", codes.confirm, name="confirm"),
    path("chinh-chu/", codes.show_oneself, name="show_oneself"),
    path("an-toan/", own.safety, name="safety"),
    path("an-toan/mat-khau/", own.set_password, name="set_password"),
    path("chinh-chu/ma/", second_factor.show_code, name="show_code"),
    path("an-toan/hai-lop/", second_factor.overview, name="second_factor"),
    path("an-toan/hai-lop/bat/", second_factor.turn_on, name="turn_on_second"),
    path("an-toan/hai-lop/tat/", second_factor.turn_off, name="turn_off_second"),
    path("an-toan/hai-lop/ma-du-phong/", second_factor.codes, name="recovery_codes"),
    path("an-toan/hai-lop/ma-du-phong/moi/", second_factor.renew, name="renew_recovery_codes"),
    path("an-toan/hai-lop/ma-du-phong.txt", second_factor.codes_file, name="recovery_codes_file"),
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
