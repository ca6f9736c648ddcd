"""Who follows the money after it was collected: on both sides the accountant and the head."""

from motcua.domain.organisations.roles import Role

BOTH_SIDES = (Role.ACCOUNTANT, Role.HEAD)
CONCERNED = (*BOTH_SIDES, Role.ADMIN)
