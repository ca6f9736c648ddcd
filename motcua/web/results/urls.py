"""Where the register of results is read, printed and taken along, and certificates are registered."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .views import certificates, register

app_name = "results"
urlpatterns: list[URLPattern] = [
    path("", register.register, name="register"),
    path("in/", register.printed, name="printed"),
    path("so-ket-qua.xlsx", register.workbook, name="workbook"),
    path("chung-thu/", certificates.certificates, name="certificates"),
    path("chung-thu/dang-ky/", certificates.register_certificate, name="register_certificate"),
    path("chung-thu/<int:pk>/ngung/", certificates.withdraw_certificate, name="withdraw_certificate"),
]

desks.enter(
    app_name,
    "Kết quả",
    order=57,  # behind administration: who only administers begins there
    roles=(*register.READERS, Role.ADMIN),
    sections=(
        ("Sổ kết quả", "results:register", register.READERS),
        ("Chứng thư số", "results:certificates", (Role.ADMIN,)),
    ),
)
