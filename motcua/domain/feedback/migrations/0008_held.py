"""What came in a burst is held until somebody reads it: it is not open, and goes no way yet."""

from django.db import migrations, models
from django.db.models import Q

BEFORE = ("answered", "passed_on", "merged")
OVER = (*BEFORE, "held", "dropped")
UNSORTED = ("new", "held", "dropped")
STATES = [
    ("held", "Giữ lại chờ xem"),
    ("new", "Chờ phân loại"),
    ("routed", "Chờ cơ quan nhận"),
    ("accepted", "Đang xử lý"),
    ("waiting", "Chờ người phản ánh nói rõ thêm"),
    ("drafted", "Chờ lãnh đạo duyệt trả lời"),
    ("answered", "Đã trả lời"),
    ("passed_on", "Đã chuyển theo luật riêng"),
    ("merged", "Đã nhập vào phản ánh khác"),
    ("dropped", "Đã bỏ, không xử lý"),
]
OF_OPEN = {
    "feedback_to_do": ["owner", "answer_by", "id"],
    "feedback_late_first": ["answer_by", "id"],
    "feedback_by_state": ["state", "answer_by", "id"],
}
OF_OVER = {"feedback_by_answer": ["owner", "-answered_at"], "feedback_over": ["owner", "-id"]}


def indexes():
    """The lists of what is open and of what is over, each with what is held among the latter."""
    for name, fields in (OF_OPEN | OF_OVER).items():
        is_over = Q(state__in=OVER)
        condition = ~is_over if name in OF_OPEN else ~~is_over
        yield migrations.RemoveIndex("feedback", name)
        yield migrations.AddIndex("feedback", models.Index(fields=fields, condition=condition, name=name))


class Migration(migrations.Migration):
    dependencies = [("feedback", "0007_signed_passing_on")]

    operations = [
        migrations.AlterField(
            "feedback",
            "state",
            models.CharField("trạng thái", max_length=10, choices=STATES, default="new"),
        ),
        migrations.AddField(
            "feedback", "why_dropped", models.CharField("vì sao bỏ", max_length=300, blank=True, default="")
        ),
        migrations.AlterField("feedback", "why_dropped", models.CharField("vì sao bỏ", max_length=300, blank=True)),
        migrations.RemoveConstraint("feedback", "feedback_routed_one_way"),
        migrations.AddConstraint(
            "feedback",
            models.CheckConstraint(
                condition=Q(state="merged")
                | Q(state__in=UNSORTED, way__isnull=True)
                | ~Q(state__in=UNSORTED) & Q(way__isnull=False),
                name="feedback_routed_one_way",
            ),
        ),
        migrations.AddConstraint(
            "feedback",
            models.CheckConstraint(
                condition=Q(state="dropped") & ~Q(why_dropped="") | ~Q(state="dropped") & Q(why_dropped=""),
                name="feedback_dropped_with_a_reason",
            ),
        ),
        migrations.AddIndex("feedback", models.Index(fields=["id"], condition=Q(state="held"), name="feedback_held")),
        *indexes(),
    ]
