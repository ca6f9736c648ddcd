"""The picture of a process as it was drafted or approved."""

from motcua.domain.procedures.queries import Plan
from motcua.web.components.process_picture import Picture, PictureStep


def picture_of(plan: Plan) -> Picture:
    """Its stages in order, with bodies and working hours."""
    stages = (
        tuple(PictureStep(step.name, step.office_name, step.hours or None) for step in plan.steps_of(stage))
        for stage in plan.stages
    )
    return Picture(f"Quy trình, phiên bản {plan.number}", tuple(stages))
