from rest_framework.routers import SimpleRouter

from claims import views

router = SimpleRouter(use_regex_path=False)
router.register("claims", views.ClaimViewSet, basename="claim")
router.register("speakers", views.SpeakerViewSet, basename="speaker")
router.register("topics", views.TopicViewSet, basename="topic")
router.register("indicators", views.IndicatorViewSet, basename="indicator")
router.register("propositions", views.PropositionViewSet, basename="proposition")
router.register("changes", views.ChangeViewSet, basename="change")
