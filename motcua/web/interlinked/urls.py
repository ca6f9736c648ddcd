"""Where interlinked dossiers are passed on and watched over."""

from django.urls import URLPattern, path

from motcua.domain.dossiers.policies import HANDLERS
from motcua.web.components import desks

from . import bundle_views, draft_views, views

app_name = "interlinked"
urlpatterns: list[URLPattern] = [
    path("", views.own, name="own"),
    path("theo-doi/", views.watched, name="watched"),
    path("nhom/", bundle_views.all_bundles, name="bundles"),
    path("nhom/lap/", draft_views.draft_bundle, name="draft_bundle"),
    path("nhom/<slug:bundle>/", bundle_views.bundle, name="bundle"),
    path("nhom/<slug:bundle>/sua/", draft_views.redraft_bundle, name="redraft_bundle"),
    path("nhom/<slug:bundle>/bo/", draft_views.discard_bundle, name="discard_bundle"),
    path("nhom/<slug:bundle>/tra-lai/", draft_views.send_back_bundle, name="send_back_bundle"),
    path("nhom/<slug:bundle>/tiep-nhan/", bundle_views.receive_bundle, name="receive_bundle"),
    path("nhom/<slug:bundle>/cong-bo/", draft_views.publish_bundle, name="publish_bundle"),
    path("nhom/ho-so/<int:pk>/", bundle_views.filing, name="filing"),
]

desks.enter(
    app_name,
    "Liên thông",
    order=58,
    roles=(*HANDLERS, *views.WATCHERS, *bundle_views.READERS),
    sections=(
        ("Khâu của cơ quan", "interlinked:own", HANDLERS),
        ("Nhóm thủ tục", "interlinked:bundles", bundle_views.READERS),
        ("Theo dõi liên thông", "interlinked:watched", views.WATCHERS),
    ),
)
