"""Filing from home."""

from django.urls import URLPattern, path

from .views import beginning, declaration, handing_in, keeping, matter

app_name = "filing"
urlpatterns: list[URLPattern] = [
    path("bat-dau/<str:procedure>/", beginning.begin, name="begin"),
    path("<str:code>/", beginning.tasks, name="prepare"),
    path("<str:code>/giu/", keeping.keep, name="keep"),
    path("<str:code>/to-khai/", declaration.write, name="declaration"),
    path("<str:code>/to-khai.pdf", declaration.printed, name="declaration_pdf"),
    path("<str:code>/thong-tin/", matter.write, name="matter"),
    path("<str:code>/xem-lai/", handing_in.review, name="review"),
    path("<str:code>/da-nop/", handing_in.done, name="done"),
    path("<str:code>/rut/", handing_in.withdraw, name="withdraw"),
    path("<str:code>/bo/", beginning.discard, name="discard"),
    path("<str:code>/giay-to/<int:pk>.pdf", handing_in.paper, name="paper"),
]
