"""Connections out of the pool, without those that died with their server."""

import select
from typing import Any

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own, which looks at a connection where Django asks its server: each request is spared a question."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection that lives."""
        connection = super().get_new_connection(conn_params)
        while self.pool and _is_dead(connection):
            connection.close()
            self.pool.putconn(connection)  # which puts another in its place
            connection = super().get_new_connection(conn_params)
        return connection


def _is_dead(connection: Any) -> bool:
    """Whether the server has said something that nobody asked, as one does that goes away."""
    socket = select.poll()
    socket.register(connection.fileno(), select.POLLIN)
    return bool(socket.poll(0))
