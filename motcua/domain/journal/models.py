"""The append-only memory of what was done, and the keys that make a repeated form harmless."""

import pgtrigger
from django.db import models


class Entry(models.Model):
    """One act, once written: nobody changes or removes it, in the database too (trigger and grant)."""

    stream = models.TextField("dòng sự kiện")
    number = models.PositiveIntegerField("số thứ tự")
    act = models.TextField("việc")
    clauses = models.JSONField("điều khoản", default=list)
    facts = models.JSONField("dữ kiện", default=dict)
    by_code = models.TextField("mã người làm")
    by_name = models.TextField("người làm")
    at = models.DateTimeField("lúc")
    previous = models.BinaryField("dấu của dòng trước", max_length=32)
    digest = models.BinaryField("dấu", max_length=32)

    class Meta:
        verbose_name = "dòng nhật ký"
        constraints = [
            models.UniqueConstraint(fields=["stream", "number"], name="journal_one_entry_per_number"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="journal_numbers_start_at_one"),
        ]
        indexes = [models.Index(fields=["by_code", "at"], name="journal_by_person")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_emptied",
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                operation=pgtrigger.Truncate,
                func="raise exception 'pgtrigger: Cannot truncate rows from % table', tg_table_name;",
            ),
            pgtrigger.Trigger(
                name="move_the_head",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                func="""
                    insert into journal_head (stream, number, digest) values (new.stream, new.number, new.digest)
                    on conflict (stream) do update set number = excluded.number, digest = excluded.digest;
                    return null;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stream} #{self.number} {self.act}"


class Head(models.Model):
    """The last line of each stream, kept by the database itself: a line taken off the end is missed here."""

    stream = models.TextField("dòng sự kiện", primary_key=True)
    number = models.PositiveIntegerField("số dòng")
    digest = models.BinaryField("dấu của dòng cuối", max_length=32)

    class Meta:
        verbose_name = "dòng cuối của nhật ký"

    def __str__(self) -> str:
        return f"{self.stream} ({self.number})"


class Answered(models.Model):
    """The answer that a form or an API call with this key was given, stored in the same transaction as its effect."""

    key = models.UUIDField("khóa", primary_key=True)
    by_code = models.TextField("mã người gửi")
    answer = models.TextField("câu trả lời")
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "lần gửi đã trả lời"
        indexes = [models.Index(fields=["at"], name="answered_by_age")]

    def __str__(self) -> str:
        return str(self.key)
