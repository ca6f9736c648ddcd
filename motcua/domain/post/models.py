"""What goes by post: consignments and their money, what the carrier says of them, and the lists they leave by."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.models import Paper, Scan

from .homes import Home
from .terms import ENDED, WITH_THE_POST, Direction, Errand, LineState, Remedy, Said, State


class Consignment(models.Model):
    """Papers on their way between somebody's home and a one-stop.

    What it is about is a plain name (`dossier/12` and its code): the post knows nothing of how dossiers are handled.
    """

    key = models.UUIDField("khóa", default=uuid4, unique=True)  # what the carrier knows it by, at every try the same
    direction = models.CharField("chiều", max_length=8, choices=Direction)
    state = models.CharField("trạng thái", max_length=12, choices=State, default=State.ORDERED)
    state_at = models.DateTimeField("từ lúc")
    about = models.CharField("về", max_length=60)
    about_code = models.CharField("mã", max_length=40)
    what = models.CharField("nội dung bưu gửi", max_length=300)
    one_stop = models.ForeignKey(Office, verbose_name="nơi tiếp nhận", on_delete=models.PROTECT, related_name="+")

    name = models.CharField("họ tên", max_length=200)
    phone = models.CharField("điện thoại", max_length=15)
    line = models.CharField("số nhà, đường, thôn", max_length=300)
    commune = models.CharField("xã, phường", max_length=100)
    province = models.CharField("mã tỉnh", max_length=2)

    grams = models.PositiveIntegerField("gam", null=True)
    postage = models.PositiveIntegerField("cước (đồng)")
    to_collect = models.PositiveBigIntegerField("phải thu hộ", default=0)  # a copy of the sum of its lines
    collected = models.BigIntegerField("bưu chính báo đã thu", null=True)
    settled = models.BigIntegerField("bưu chính đã nộp", null=True)
    difference_why = models.CharField("giải thích chênh lệch", max_length=500, blank=True)

    carrier = models.CharField("bưu chính", max_length=12)
    number = models.CharField("số hiệu bưu gửi", max_length=40, blank=True)
    errand = models.CharField("còn phải báo", max_length=6, choices=Errand, blank=True)
    errand_at = models.DateTimeField("báo từ lúc", null=True)  # none while something is to be said: given up
    errand_tries = models.PositiveSmallIntegerField("số lần báo", default=0)
    errand_why = models.CharField("vì sao chưa báo được", max_length=300, blank=True)
    heard_at = models.DateTimeField("tin mới nhất lúc", null=True)  # the moment of the last word that counted
    asked_at = models.DateTimeField("hỏi lần cuối lúc", null=True)

    ordered_at = models.DateTimeField("đặt lúc")
    contents = models.JSONField("đối chiếu khi mở", default=list)

    class Meta:
        verbose_name = "bưu gửi"
        constraints = [
            models.UniqueConstraint(
                fields=["about", "direction"], condition=~Q(state__in=ENDED), name="one_consignment_each_way"
            ),
            models.UniqueConstraint(
                fields=["carrier", "number"], condition=~Q(number=""), name="a_number_is_given_once"
            ),
            models.CheckConstraint(
                condition=Q(settled__isnull=True) | Q(settled__gte=0), name="nothing_negative_is_settled"
            ),
            models.CheckConstraint(condition=~Q(errand="") | Q(errand_at__isnull=True), name="no_errand_no_moment"),
        ]
        indexes = [
            models.Index(fields=["one_stop", "-id"], name="consignment_newest"),
            models.Index(fields=["one_stop", "state", "-id"], name="consignment_by_state"),
            models.Index(fields=["about"], name="consignment_about"),
            models.Index(fields=["errand_at", "id"], name="consignment_errand", condition=Q(errand_at__isnull=False)),
            models.Index(
                fields=["asked_at", "id"], name="consignment_to_ask", condition=Q(state__in=[*WITH_THE_POST, "ordered"])
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"bưu gửi {self.pk}"

    @property
    def stream(self) -> str:
        """The journal's stream of this consignment."""
        return f"consignment/{self.pk}"

    @property
    def home(self) -> Home:
        """Where it goes to, or comes from."""
        return Home(self.name, self.phone, self.line, self.commune, self.province)

    @property
    def given_up(self) -> bool:
        """Whether the program has stopped trying to tell the carrier."""
        return bool(self.errand) and self.errand_at is None

    @property
    def difference(self) -> int:
        """What the carrier says or has brought, less what was to be collected; nothing while it has said nothing."""
        brought = self.settled if self.settled is not None else self.collected
        return 0 if brought is None else brought - self.to_collect


class Wish(models.Model):
    """Where somebody wants the result brought to: said at filing, used when there is a result."""

    about = models.CharField("về", max_length=60, unique=True)
    name = models.CharField("họ tên", max_length=200)
    phone = models.CharField("điện thoại", max_length=15)
    line = models.CharField("số nhà, đường, thôn", max_length=300)
    commune = models.CharField("xã, phường", max_length=100)
    province = models.CharField("mã tỉnh", max_length=2)

    class Meta:
        verbose_name = "nơi muốn nhận kết quả"

    def __str__(self) -> str:
        return self.about

    @property
    def stream(self) -> str:
        """The journal's stream of this wish."""
        return f"postal-wish/{self.pk}"

    @property
    def home(self) -> Home:
        """The address as it was given."""
        return Home(self.name, self.phone, self.line, self.commune, self.province)


class Collected(models.Model):
    """One amount that the postman asks for: a fee of the procedure, or the postage itself."""

    consignment = models.ForeignKey(Consignment, on_delete=models.PROTECT, related_name="money")
    position = models.PositiveSmallIntegerField("số thứ tự")
    name = models.CharField("khoản", max_length=300)
    amount = models.PositiveBigIntegerField("số tiền")

    class Meta:
        verbose_name = "khoản thu hộ"
        constraints = [models.UniqueConstraint(fields=["consignment", "position"], name="collected_in_order")]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount}"


class Movement(models.Model):
    """What a carrier said of one tracking number, once; also of a number that nobody here knows."""

    carrier = models.CharField("bưu chính", max_length=12)
    key = models.CharField("mã của bưu chính", max_length=80)
    number = models.CharField("số hiệu", max_length=40)
    consignment = models.ForeignKey(
        Consignment, verbose_name="bưu gửi", null=True, on_delete=models.PROTECT, related_name="movements"
    )
    said = models.CharField("báo", max_length=12, choices=Said)
    happened_at = models.DateTimeField("lúc")
    came_at = models.DateTimeField("nhận tin lúc")
    place = models.CharField("ở đâu", max_length=200, blank=True)
    reason = models.CharField("lý do", max_length=300, blank=True)
    recipient = models.CharField("người nhận", max_length=200, blank=True)
    collected = models.BigIntegerField("đã thu", null=True)
    counted = models.BooleanField("có hiệu lực", default=False)
    dropped_why = models.CharField("vì sao bỏ", max_length=300, blank=True)

    class Meta:
        verbose_name = "tin của bưu chính"
        constraints = [models.UniqueConstraint(fields=["carrier", "key"], name="one_word_is_heard_once")]
        indexes = [
            models.Index(fields=["consignment", "happened_at", "id"], name="movement_of_consignment"),
            models.Index(
                fields=["came_at", "id"], name="movement_strange", condition=Q(consignment__isnull=True, dropped_why="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.said}"

    @property
    def stream(self) -> str:
        """The journal's stream of a word that belonged to nothing."""
        return f"movement/{self.pk}"


class DispatchList(models.Model):
    """What leaves a one-stop with the postman: signed by both sides, several a day when the post comes twice."""

    one_stop = models.ForeignKey(Office, verbose_name="nơi giao", on_delete=models.PROTECT, related_name="+")
    day = models.DateField("ngày")
    drawn_up_at = models.DateTimeField("lập lúc")
    closed_at = models.DateTimeField("giao lúc", null=True)
    closed_by = models.ForeignKey(
        Officer, verbose_name="người giao", null=True, on_delete=models.PROTECT, related_name="+"
    )
    postman = models.CharField("bưu tá", max_length=200, blank=True)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bảng kê giao bưu chính"
        constraints = [
            models.UniqueConstraint(
                fields=["one_stop"], condition=Q(closed_at__isnull=True), name="one_open_dispatch_list"
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True, paper__isnull=True, postman="")
                | (Q(closed_at__isnull=False, closed_by__isnull=False, paper__isnull=False) & ~Q(postman="")),
                name="dispatch_list_closed_whole",
            ),
        ]
        indexes = [models.Index(fields=["one_stop", "-id"], name="dispatch_list_newest")]

    def __str__(self) -> str:
        return f"{self.one_stop_id} {self.day}"

    @property
    def stream(self) -> str:
        """The journal's stream of this list."""
        return f"dispatch-list/{self.pk}"


class DispatchLine(models.Model):
    """A consignment on a list; what the postman left goes on the next one."""

    list = models.ForeignKey(DispatchList, on_delete=models.PROTECT, related_name="lines")
    consignment = models.ForeignKey(Consignment, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField("số thứ tự")
    state = models.CharField("tình trạng", max_length=8, choices=LineState, default=LineState.WAITING)

    class Meta:
        verbose_name = "dòng của bảng kê"
        constraints = [
            models.UniqueConstraint(fields=["list", "position"], name="dispatch_line_position"),
            models.UniqueConstraint(
                fields=["consignment"], condition=~Q(state=LineState.LEFT), name="consignments_are_on_one_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list_id}.{self.position} {self.state}"


class ReturnReceipt(models.Model):
    """Báo phát: who took the consignment and when, with the signed slip or the photo that shows it."""

    consignment = models.OneToOneField(Consignment, on_delete=models.PROTECT, related_name="receipt")
    recipient = models.CharField("người nhận", max_length=200)
    handed_out_at = models.DateTimeField("phát lúc")
    proof = models.ForeignKey(Scan, verbose_name="giấy báo phát", on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField("ghi lúc")
    kept_by = models.ForeignKey(Officer, verbose_name="người ghi", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "giấy báo phát"
        constraints = [
            models.CheckConstraint(condition=Q(kept_at__gte=F("handed_out_at")), name="receipt_kept_after_it_happened")
        ]

    def __str__(self) -> str:
        return f"{self.consignment_id}: {self.recipient}"


class Loss(models.Model):
    """A consignment that nobody finds: what was promised to its owner, in a letter."""

    consignment = models.OneToOneField(Consignment, on_delete=models.PROTECT, related_name="loss")
    declared_at = models.DateTimeField("xác nhận mất lúc")
    declared_by = models.ForeignKey(Officer, verbose_name="người xác nhận", on_delete=models.PROTECT, related_name="+")
    remedy = models.CharField("cách khắc phục", max_length=16, choices=Remedy)
    explanation = models.CharField("giải trình", max_length=2000)
    paper = models.ForeignKey(Paper, verbose_name="thư xin lỗi", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "lần mất bưu gửi"

    def __str__(self) -> str:
        return f"{self.consignment_id} {self.remedy}"


class Settlement(models.Model):
    """What a carrier says it hands on of the money it collected: one report, kept as it was told."""

    carrier = models.CharField("bưu chính", max_length=12)
    reference = models.CharField("số bảng kê", max_length=80)
    day = models.DateField("ngày")
    total = models.BigIntegerField("tổng cộng, theo bưu chính")
    came_at = models.DateTimeField("nhận lúc")

    class Meta:
        verbose_name = "bảng kê nộp tiền thu hộ"
        constraints = [models.UniqueConstraint(fields=["carrier", "reference"], name="one_settlement_of_a_reference")]
        indexes = [models.Index(fields=["day", "id"], name="settlement_by_day")]

    def __str__(self) -> str:
        return self.reference


class SettlementLine(models.Model):
    """One amount of a settlement; without a consignment nobody here knows the number, or it was settled before."""

    settlement = models.ForeignKey(Settlement, on_delete=models.PROTECT, related_name="lines")
    number = models.CharField("số hiệu", max_length=40)
    amount = models.BigIntegerField("số tiền")
    consignment = models.OneToOneField(
        Consignment, verbose_name="bưu gửi", null=True, on_delete=models.PROTECT, related_name="settlement_line"
    )

    class Meta:
        verbose_name = "dòng nộp tiền thu hộ"

    def __str__(self) -> str:
        return f"{self.number}: {self.amount}"
