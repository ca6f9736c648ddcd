"""What a server was killed over is taken up again; what waits for an answer is watched in working hours."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from motcua.jobs import housekeeping
from tests.world import World


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_worker_that_is_gone_is_taken_up_again(transactional_db: None, world: World) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - interval '1 hour') returning id"
        )
        (worker,) = cursor.fetchone()
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, lock, status, worker_id) "
            "values ('default', 'make_waiting_papers', 'make_waiting_papers', 'doing', %s) returning id",
            [worker],
        )
        (job,) = cursor.fetchone()
    with ThreadPoolExecutor(1) as apart:  # a browser of another test may hold the loop of this thread
        assert apart.submit(lambda: asyncio.run(_take_up())).result() == 1
    with connection.cursor() as cursor:
        cursor.execute("select status, attempts from procrastinate_jobs where id = %s", [job])
        assert cursor.fetchone()[0] == "todo"


async def _take_up() -> Any:
    class Context:
        """What the worker gives."""

    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        async with working.open_async():
            context = Context()
            context.app = working  # type: ignore[attr-defined]
            return await housekeeping.take_up_stalled_jobs(context, 0)  # type: ignore[arg-type]
