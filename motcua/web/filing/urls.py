"""Filing from home; the page before it is in `start_urls.py`, in every language."""

from django.urls import URLPattern, path

from .views import beginning, declaration, handing_in, keeping, matter, own_papers

app_name = "filing"
urlpatterns: list[URLPattern] = [
    path("giay-to-cua-toi/", own_papers.listed, name="own_papers"),
    path("giay-to-cua-toi/<int:pk>/ten/", own_papers.rename, name="rename_own_paper"),
    path("giay-to-cua-toi/<int:pk>/bo/", own_papers.remove, name="remove_own_paper"),
    path("giay-to-cua-toi/<slug:kind>-<int:pk>.pdf", own_papers.content, name="own_paper"),
    path("giay-to-cua-toi/<slug:kind>-<int:pk>.png", own_papers.thumbnail, name="own_paper_picture"),
    path("<str:code>/", beginning.tasks, name="prepare"),
    path("<str:code>/ban-moi/", beginning.renew, name="renew"),
    path("<str:code>/giu/", keeping.keep, name="keep"),
    path("<str:code>/to-khai/", declaration.write, name="declaration"),
    path("<str:code>/to-khai.pdf", declaration.printed, name="declaration_pdf"),
    path("<str:code>/thong-tin/", matter.write, name="matter"),
    path("<str:code>/xem-lai/", handing_in.review, name="review"),
    path("<str:code>/da-nop/", handing_in.done, name="done"),
    path("<str:code>/phieu-da-nop.pdf", handing_in.slip, name="slip"),
    path("<str:code>/rut/", handing_in.withdraw, name="withdraw"),
    path("<str:code>/bo/", beginning.discard, name="discard"),
    path("<str:code>/giay-to/<int:component>/co-san/", own_papers.choose, name="choose_paper"),
    path("<str:code>/giay-to/<int:pk>.pdf", handing_in.paper, name="paper"),
]
