"""The whole URL space."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerView
from rest_framework.routers import DefaultRouter

from claims.urls import router as claims_router
from factbase.api import tokens
from factbase.api.views import RecordViewSet
from factbase.language import change_language
from sources.urls import router as sources_router

router = DefaultRouter(use_regex_path=False)
router.include_format_suffixes = False
router.registry += claims_router.registry + sources_router.registry

urlpatterns = [
    path("api/v1/", include(router.urls)),  # first, as most of what is asked
    path("api/v1/", include("claims.urls")),
    # Whole lists to take away: claims.csv, claims.ndjson
    *(
        path(f"api/v1/{name}.<str:format>", view.as_view({"get": "list"}))
        for name, view, _ in router.registry
        if issubclass(view, RecordViewSet)
    ),
    path("api/v1/auth/token/", tokens.TokenView.as_view(), name="token"),
    path("api/v1/auth/logout/", tokens.LogoutView.as_view(), name="logout"),
    path("api/v1/auth/logoutall/", tokens.LogoutAllView.as_view(), name="logout-all"),
    path("api/v1/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    # A page: it tells nothing about itself to OPTIONS, for which it has no template.
    path(
        "api/v1/docs/",
        SpectacularSwaggerView.as_view(url_name="schema", http_method_names=["get", "head"]),
        name="docs",
    ),
    path("", RedirectView.as_view(pattern_name="docs")),
    path("admin/language/", admin.site.admin_view(change_language), name="set_language"),
    path("admin/", admin.site.urls),
]

# Errors outside of any view: under /api/ they are JSON in the one shape.
handler400 = "factbase.api.exceptions.bad_request"
handler403 = "factbase.api.exceptions.permission_denied"
handler404 = "factbase.api.exceptions.not_found"
handler500 = "factbase.api.exceptions.server_error"
