"""The addresses of the program, and the gallery of components, which only those who build pages see."""

from django.urls import path

from motcua.config.urls import (  # noqa: F401 - Django reads the handlers here
    handler400,
    handler403,
    handler404,
    handler429,
    handler500,
    urlpatterns as of_the_program,
)
from motcua.web.components.entrance import everybody
from motcua.web.components.gallery import gallery

urlpatterns = [*of_the_program, path("thu-vien-mau/", everybody(gallery), name="gallery")]
