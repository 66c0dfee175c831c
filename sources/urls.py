from rest_framework.routers import SimpleRouter

from sources import views

router = SimpleRouter(use_regex_path=False)
router.register("sources", views.SourceViewSet, basename="source")
router.register("publishers", views.PublisherViewSet, basename="publisher")
