"""The pages of satisfaction as a Django application, so that their static files are found."""

from django.apps import AppConfig


class Satisfaction(AppConfig):
    """Ballots, the wall, the tablet."""

    name = "motcua.web.satisfaction"
    label = "web_satisfaction"
    verbose_name = "Mức hài lòng"
