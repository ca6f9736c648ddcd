"""Where officials answer what people ask."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.domain.questions.policies import ANSWERS, TAKES_DOWN
from motcua.web.components import desks

from .views import answering, library, lists, making_public, recording, samples

app_name = "questions"
urlpatterns: list[URLPattern] = [
    path("", lists.waiting, name="work"),
    path("da-tra-loi/", lists.answered, name="answered"),
    path("toan-tinh/", lists.province, name="province"),
    path("han/", lists.set_days, name="days"),
    path("ghi/", recording.record, name="record"),
    path("cau/<str:code>/", answering.one, name="one"),
    path("cau/<str:code>/thu.pdf", answering.letter, name="letter"),
    path("cau/<str:code>/van-ban.pdf", answering.answer_letter, name="answer_letter"),
    path("cau/<str:code>/tra-loi/", answering.answer, name="answer"),
    path("cau/<str:code>/chuyen/", answering.forward, name="forward"),
    path("cau/<str:code>/tra-ve/", answering.give_back, name="give_back"),
    path("cau/<str:code>/dong/", answering.set_aside, name="set_aside"),
    path("cau/<str:code>/don-doc/", answering.urge, name="urge"),
    path("cau/<str:code>/cong-khai/", making_public.prepare, name="prepare"),
    path("cong-khai/", making_public.to_read, name="to_read"),
    path("cong-khai/<int:pk>/", making_public.publish, name="publish"),
    path("cong-khai/<int:pk>/rut/", making_public.withdraw, name="withdraw"),
    path("kho/", library.kept, name="library"),
    path("kho/moi/", library.write, name="write"),
    path("kho/<int:pk>/", library.one, name="entry"),
    path("kho/<int:pk>/duyet/", library.approve, name="approve"),
    path("kho/<int:pk>/doc-lai/", library.confirm, name="confirm"),
    path("kho/<int:pk>/thoi/", library.end, name="end"),
    path("mau/", samples.find, name="samples"),
    path("mau/<str:code>/", samples.of_procedure, name="samples_of"),
    path("mau/<str:code>/<int:position>/", samples.add, name="add_sample"),
    path("mau/<str:code>/<int:position>/thoi/", samples.withdraw, name="withdraw_sample"),
    path("mau/<str:code>/dung-tiep/", samples.carry, name="carry_samples"),
]

desks.enter(
    app_name,
    "Hỏi đáp",
    order=52,
    roles=TAKES_DOWN,
    sections=(
        ("Chờ trả lời", "questions:work", ANSWERS),
        ("Ghi lần liên hệ", "questions:record"),
        ("Đã trả lời", "questions:answered"),
        ("Chờ công khai", "questions:to_read", ANSWERS),
        ("Câu trả lời mẫu", "questions:library", ANSWERS),
        ("Bản điền mẫu", "questions:samples", ANSWERS),
        ("Toàn tỉnh", "questions:province", (Role.WATCH,)),
    ),
)
