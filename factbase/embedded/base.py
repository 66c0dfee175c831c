"""Django's PostgreSQL backend on a server that Factbase starts itself (ENGINE "factbase.embedded").

`DATA_DIR` in the database's settings says where the data is. Nothing is started before the first
connection.
"""

import shutil
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base, client

try:
    from factbase.embedded.locations import find_programs
    from factbase.embedded.server import Server, get_server
except ModuleNotFoundError as error:
    if error.name not in ("fcntl", "pwd"):
        raise
    raise ImproperlyConfigured(
        "Factbase starts its own PostgreSQL on Linux and macOS only: set DATABASE_URL=postgresql://…"
    ) from None


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`: starts the server first, and falls back on the wheel's psql."""

    def runshell(self, parameters):
        self.connection.get_connection_params()
        if not shutil.which(self.executable_name):
            type(self).executable_name = str(find_programs(self.connection.server.account) / "psql")
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    @property
    def server(self) -> Server:
        try:
            return get_server(Path(self.settings_dict["DATA_DIR"]))
        except KeyError:
            raise ImproperlyConfigured(
                f"DATABASES['{self.alias}'] has no DATA_DIR: give the folder to keep the database in."
            ) from None

    def get_connection_params(self):
        # Here, not in get_new_connection: a connection pool asks for these before it connects.
        self.settings_dict.update(self.server.join(self.settings_dict["NAME"]))
        return super().get_connection_params()

    def get_new_connection(self, conn_params):
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            pass
        # Perhaps the server died under this process, or is recovering: look, and try once more.
        self.server.join(self.settings_dict["NAME"], check=True)
        return super().get_new_connection(self.get_connection_params())
