"""Migrations that cost what their tables cost."""

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import Migration
from django.db.migrations.state import ProjectState


class Tables(Migration):
    """A step none of whose operations builds on another: a table, and what is said about it, are one operation.

    Django draws all models anew after each operation, which took nine tenths of the time of a new database. Here
    they are drawn once, when the step is whole.
    """

    def apply(
        self, project_state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, collect_sql: bool = False
    ) -> Any:
        """Carry out the step; Django's own way shows it as SQL."""
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        project_state.__dict__.pop("apps", None)
        before = project_state.clone()
        after = self.mutate_state(project_state, preserve=False)
        for operation in self.operations:
            operation.database_forwards(self.app_label, schema_editor, before, after)
        return after
