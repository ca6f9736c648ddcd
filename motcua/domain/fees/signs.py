"""Who signs what nobody at a counter did: the gateway, the bank or the post said so, and the journal names them."""

from .terms import Source


class ByGateway:
    """The payment gateway, in a message it signed."""

    code = "cong-thanh-toan"

    def signature(self) -> str:
        """How the journal names it."""
        return "Cổng thanh toán, qua hệ thống của mình"


class ByPost:
    """The public post, handing on what it collected."""

    code = "buu-chinh"

    def signature(self) -> str:
        """How the journal names it."""
        return "Bưu chính, nộp tiền thu hộ"


class ByPayer:
    """Who opened the page of a bill with its secret: known by the bill alone."""

    code = "nguoi-nop"

    def signature(self) -> str:
        """How the journal names them."""
        return "Người nộp tiền, qua trang tra cứu"


SIGNS = {Source.GATEWAY: ByGateway(), Source.POST: ByPost()}
