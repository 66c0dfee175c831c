from django.urls import path
from rest_framework.routers import SimpleRouter

from claims import views, views_numbers, views_series
from claims.matching.views import MatchView

router = SimpleRouter(use_regex_path=False)
router.register("claims", views.ClaimViewSet, basename="claim")
router.register("quantities", views_numbers.QuantityViewSet, basename="quantity")
router.register("speakers", views.SpeakerViewSet, basename="speaker")
router.register("topics", views.TopicViewSet, basename="topic")
router.register("indicators", views.IndicatorViewSet, basename="indicator")
router.register("propositions", views.PropositionViewSet, basename="proposition")
router.register("changes", views.ChangeViewSet, basename="change")

series = views_series.SeriesViewSet.as_view({"get": "list"}, basename="series")
urlpatterns = [
    path("claims/match/", MatchView.as_view(), name="match"),
    path("indicators/<slug:slug>/series/", series, name="series"),
    path("indicators/<slug:slug>/series.<str:format>", series),
]
