"""The addresses of the inspection desk."""

from django.urls import URLPattern, path

from motcua.domain.feedback.policies import INSPECTS, TAKES_DOWN, WORKS
from motcua.web.components import desks

from .views import (
    answering,
    attaching,
    case,
    holding,
    letters,
    lists,
    making_public,
    merging,
    passing,
    recording,
    sorting,
)

app_name = "inspection"
urlpatterns: list[URLPattern] = [
    path("", lists.to_do, name="work"),
    path("len-trung-tam/", lists.escalated, name="escalated"),
    path("cong-khai/", making_public.to_publish, name="to_publish"),
    path("giu-lai/", holding.held, name="held"),
    path("giu-lai/bo/", holding.drop_all, name="drop_all"),
    path("chuyen-don/", passing.unsigned, name="unsigned"),
    path("da-xong/", lists.over, name="over"),
    path("ghi/", recording.record, name="record"),
    path("thu-dien-tu/", letters.letters, name="letters"),
    path("thu-dien-tu/<int:pk>/", letters.letter, name="letter"),
    path("thu-dien-tu/<int:pk>/nhan/", letters.release, name="release"),
    path("thu-dien-tu/<int:pk>/bo-qua/", letters.discard, name="discard"),
    path("thu-dien-tu/<int:pk>/tep/<int:position>/", letters.enclosure, name="enclosure"),
    path("<str:code>/", case.one, name="one"),
    path("<str:code>/viet-thu/", letters.write, name="write"),
    path("<str:code>/kem-theo.pdf", case.scan, name="scan"),
    path("<str:code>/dinh-kem/", attaching.attach, name="attach"),
    path("<str:code>/dinh-kem/<int:number>/", attaching.attachment, name="attachment"),
    path("<str:code>/tra-loi.pdf", case.answer, name="answer"),
    path("<str:code>/ban-ky/", answering.signed, name="signed"),
    path("<str:code>/ky-chuyen/", passing.sign, name="sign"),
    path("<str:code>/thong-bao.pdf", passing.notice, name="notice"),
    path("<str:code>/chuyen-don.pdf", passing.letter, name="passing_letter"),
    path("<str:code>/cho-nhan/", holding.let_in, name="let_in"),
    path("<str:code>/bo/", holding.drop, name="drop"),
    path("<str:code>/phan-loai/", sorting.route, name="route"),
    path("<str:code>/nhan/", sorting.accept, name="accept"),
    path("<str:code>/khong-nhan/", sorting.refuse, name="refuse"),
    path("<str:code>/don-doc/", sorting.urge, name="urge"),
    path("<str:code>/nhap/", merging.merge, name="merge"),
    path("<str:code>/tach/", merging.part, name="part"),
    path("<str:code>/hoi-them/", answering.ask_more, name="ask_more"),
    path("<str:code>/noi-them/", answering.give_more, name="give_more"),
    path("<str:code>/soan/", answering.draft, name="draft"),
    path("<str:code>/tra-lai/", answering.return_draft, name="return_draft"),
    path("<str:code>/duyet/", answering.approve, name="approve"),
    path("<str:code>/cong-khai/", making_public.prepare, name="prepare"),
    path("<str:code>/cong-khai/doc-lai/", making_public.publish, name="publish"),
    path("<str:code>/cong-khai/rut/", making_public.withdraw, name="withdraw"),
    path("<str:code>/khong-cong-khai/", making_public.leave_out, name="leave_out"),
]

EVERYBODY = tuple(dict.fromkeys((*TAKES_DOWN, *WORKS)))

desks.enter(
    app_name,
    "Phản ánh",
    order=53,
    roles=EVERYBODY,
    sections=(
        ("Việc cần làm", "inspection:work", tuple(dict.fromkeys((*INSPECTS, *WORKS)))),
        ("Ghi phản ánh", "inspection:record", TAKES_DOWN),
        ("Lên Trung tâm", "inspection:escalated", INSPECTS),
        ("Giữ lại", "inspection:held", INSPECTS),
        ("Thư điện tử", "inspection:letters", INSPECTS),
        ("Chuyển đơn", "inspection:unsigned", INSPECTS),
        ("Công khai", "inspection:to_publish", tuple(dict.fromkeys((*INSPECTS, *WORKS)))),
        ("Đã xong", "inspection:over", tuple(dict.fromkeys((*INSPECTS, *WORKS)))),
    ),
)
