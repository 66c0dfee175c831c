"""Which door a change came through, for history."""

from pghistory.middleware import HistoryMiddleware as BaseHistoryMiddleware

from factbase.models import Via


class HistoryMiddleware(BaseHistoryMiddleware):
    """Name the account and the door in the context of every change that a request makes."""

    def get_context(self, request):
        via = Via.API if request.path.startswith("/api/") else Via.ADMIN
        return {**super().get_context(request), "via": via.value}
