"""The cast. Lan receives, Thu appraises, Minh signs for his director, Hoa keeps the seal, Ngọc gives results out,
Mai watches for the Centre, Quang is the director, Kiên administers, An is a citizen, Bình must never see An's file.
"""

from dataclasses import dataclass

from motcua.domain.organisations.roles import Role


@dataclass(frozen=True)
class Person:
    """An official as the tests know them; the seat is the one-stop where they work."""

    name: str
    office: str
    title: str
    roles: tuple[Role, ...]
    seat: str = ""


CENTRE = "trung-tam"
PLANNING = "so-khdt"
JUSTICE = "so-tp"

OFFICIALS = {
    "lan": Person("Nguyễn Thị Lan", CENTRE, "Chuyên viên", (Role.RECEIVE,)),
    "ngoc": Person("Đỗ Bích Ngọc", CENTRE, "Chuyên viên", (Role.RETURN,)),
    "mai": Person("Vũ Thị Mai", CENTRE, "Trưởng phòng Kiểm tra – Giám sát", (Role.WATCH, Role.PROCEDURES)),
    "kien": Person("Lê Trung Kiên", CENTRE, "Chuyên viên công nghệ thông tin", (Role.ADMIN,)),
    "thu": Person("Trần Anh Thư", PLANNING, "Phó Trưởng phòng", (Role.APPRAISE,), CENTRE),
    "tam": Person("Bùi Minh Tâm", PLANNING, "Trưởng phòng", (Role.APPRAISE, Role.ASSIGN, Role.PROCEDURES), CENTRE),
    "minh": Person("Phạm Văn Minh", PLANNING, "Phó Giám đốc", (Role.APPROVE,), CENTRE),
    "hoa": Person("Hoàng Thị Hoa", PLANNING, "Văn thư", (Role.CLERK,), CENTRE),
    "quang": Person("Ngô Đăng Quang", PLANNING, "Giám đốc", (Role.HEAD,)),
    "binh": Person("Đặng Thái Bình", JUSTICE, "Phó Trưởng phòng", (Role.APPRAISE, Role.APPROVE), CENTRE),
}
