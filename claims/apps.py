from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = _("Claims")

    def ready(self):
        from claims import signals  # noqa: F401  (what is saved is checked)
        from claims.quotations.names_by_spacy import names_by_spacy

        names_by_spacy(settings.FACTBASE_SPACY_PIPELINE)  # what is missing is told at the start
