"""What the PostgreSQL server must be, asked once a process and database."""

from django.core.exceptions import ImproperlyConfigured

OLDEST = 15
_accepted: set[str] = set()


def refuse_unsuitable_server(connection, **kwargs) -> None:
    """Raise ImproperlyConfigured for a server whose answers would be silently wrong.

    Under the locale C, lower('Ó') is 'Ó' and trigrams drop ñ: search would miss what is there.
    """
    name = connection.settings_dict["NAME"]
    if name in _accepted or connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int / 10000, current_setting('server_version'),"
            " pg_encoding_to_char(encoding), datctype, lower('Ó') = 'ó'"
            " FROM pg_database WHERE datname = current_database()"
        )
        major, version, encoding, ctype, lowers_accents = cursor.fetchone()
    if major < OLDEST:
        raise ImproperlyConfigured(f"This server is PostgreSQL {version}: Factbase needs {OLDEST} or newer.")
    if encoding != "UTF8" or not lowers_accents:
        raise ImproperlyConfigured(
            f"The database '{name}' has the encoding {encoding} and the locale {ctype}: Factbase needs UTF8 and a"
            f" locale that knows accents. Make it anew: CREATE DATABASE {name} TEMPLATE template0"
            " ENCODING 'UTF8' LOCALE 'C.UTF-8'"
        )
    _accepted.add(name)
