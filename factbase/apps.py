from django.apps import AppConfig
from django.db.backends.signals import connection_created


class FactbaseConfig(AppConfig):
    name = "factbase"
    verbose_name = "Factbase"

    def ready(self):
        from factbase import checks, names

        connection_created.connect(checks.refuse_unsuitable_server, dispatch_uid="unsuitable-server")
        names.translate_models()
