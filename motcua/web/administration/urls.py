"""Where bodies, officials and the calendar are kept."""

from django.urls import URLPattern, path, register_converter

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .days import DayInAddress
from .views import accounts, calendar, clients, due_dates, health, hours, officers, offices, places, postings, proposals

register_converter(DayInAddress, "day")

app_name = "administration"
urlpatterns: list[URLPattern] = [
    path("", offices.offices, name="offices"),
    path("co-quan/moi/", offices.open_office, name="open_office"),
    path("co-quan/<slug:code>/", offices.office, name="office"),
    path("co-quan/<slug:code>/sua/", offices.amend_office, name="amend_office"),
    path("co-quan/<slug:code>/ket-thuc/", offices.close_office, name="close_office"),
    path("can-bo/", officers.officers, name="officers"),
    path("can-bo/moi/", officers.register_officer, name="register_officer"),
    path("can-bo/<slug:code>/", officers.officer, name="officer"),
    path("can-bo/<slug:code>/sua/", officers.amend_officer, name="amend_officer"),
    path("can-bo/<slug:code>/phan-cong/", postings.appoint, name="appoint"),
    path("can-bo/<slug:code>/phan-cong/<int:pk>/ket-thuc/", postings.end_posting, name="end_posting"),
    path("can-bo/<slug:code>/tai-khoan/", accounts.give_account, name="give_account"),
    path("can-bo/<slug:code>/khoa-tai-khoan/", accounts.close_account, name="close_account"),
    path("lich/", calendar.year, name="calendar"),
    path("lich/ngay-moi/", calendar.declare_day, name="declare_day"),
    path("lich/<day:on>/bo/", calendar.withdraw_day, name="withdraw_day"),
    path("lich/<day:on>/lam-bu/", calendar.choose_make_up_day, name="choose_make_up_day"),
    path("lich/de-nghi/", proposals.proposals, name="proposals"),
    path("lich/de-nghi/<int:pk>/", proposals.proposal, name="proposal"),
    path("lich/de-nghi/<int:pk>/xac-nhan/", proposals.confirm, name="confirm_proposal"),
    path("lich/de-nghi/<int:pk>/bo/", proposals.drop, name="drop_proposal"),
    path("lich/gio/", hours.hours, name="hours"),
    path("lich/gio/dat/", hours.set_hours, name="set_hours"),
    path("lich/han/", due_dates.due_dates, name="due_dates"),
    path("noi-phe-duyet/", places.places, name="places"),
    path("noi-phe-duyet/mang/", places.add_network, name="add_network"),
    path("noi-phe-duyet/mang/<int:pk>/thoi-dung/", places.close_network, name="close_network"),
    path("noi-phe-duyet/thiet-bi/", places.enrol_device, name="enrol_device"),
    path("noi-phe-duyet/thiet-bi/<int:pk>/thu-hoi/", places.revoke_device, name="revoke_device"),
    path("noi-phe-duyet/ngoai-trung-tam/", places.allow_elsewhere, name="allow_elsewhere"),
    path("noi-phe-duyet/ngoai-trung-tam/<int:pk>/thoi/", places.end_elsewhere, name="end_elsewhere"),
    path("he-thong-ket-noi/", clients.clients, name="clients"),
    path("he-thong-ket-noi/moi/", clients.make, name="make_client"),
    path("he-thong-ket-noi/<int:pk>/thu-hoi/", clients.revoke, name="revoke_client"),
    path("tinh-trang/", health.health, name="health"),
]

desks.enter(
    app_name,
    "Quản trị",
    order=55,  # who only administers begins here, not among the procedures
    roles=(Role.ADMIN,),
    sections=(
        ("Cơ quan", "administration:offices"),
        ("Cán bộ", "administration:officers"),
        ("Lịch làm việc", "administration:calendar"),
        ("Thay đổi lịch", "administration:proposals"),
        ("Giờ làm việc", "administration:hours"),
        ("Hạn của hồ sơ", "administration:due_dates"),
        ("Nơi phê duyệt", "administration:places"),
        ("Hệ thống kết nối", "administration:clients"),
        ("Tình trạng hệ thống", "administration:health"),
    ),
)
