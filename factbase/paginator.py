"""Pages of the admin's lists, which never count a whole table."""

from django.core.paginator import Page, Paginator
from django.utils.functional import cached_property


class AtLeast(int):
    """A count that stopped at this number: 1,000+."""

    def __str__(self):
        return f"{int(self):,}+"


class ShortPage(Page):
    def has_next(self):
        return len(self.object_list) == self.paginator.per_page and super().has_next()


class CappedPaginator(Paginator):
    """Counts to a thousand and no further: at a million rows an exact count costs more than the list.

    Up to there the pages have numbers, and beyond only Previous and Next.
    """

    cap = 1000
    last_page = 1_000_000  # Beyond any table, within what OFFSET takes.

    @cached_property
    def count(self):
        counted = self.object_list.order_by()[: self.cap + 1].count()
        return counted if counted <= self.cap else AtLeast(self.cap)

    @property
    def num_pages(self):
        return self.last_page if isinstance(self.count, AtLeast) else super().num_pages

    @property
    def template_name(self):
        numbered = "unfold/helpers/pagination_default.html"
        return "unfold/helpers/pagination_infinite.html" if isinstance(self.count, AtLeast) else numbered

    def page(self, number):
        # Paginator.page would end the last page at the count.
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        return self._get_page(self.object_list[first : first + self.per_page], number, self)

    def _get_page(self, *args, **kwargs):
        return ShortPage(*args, **kwargs)
