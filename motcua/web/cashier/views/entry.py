"""Who comes to the cash desk."""

from motcua.domain.organisations.roles import Role

AT_DESK = (Role.CASHIER, Role.ACCOUNTANT)
CONCERNED = (*AT_DESK, Role.HEAD)
