"""Settings, all from the environment. README, "Settings", lists every name.

With no DATABASE_URL Factbase runs as a demo or on a laptop: its own PostgreSQL, a key kept in `var/`, and
loopback addresses alone. With DATABASE_URL set it is in production, and asks for what production needs.
"""

import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_noop as _
from environs import Env, EnvError, validate

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env()


def required(name: str, remedy: str, *, as_list: bool = False):
    """A setting that production cannot do without; says how to set it when it is missing."""
    try:
        value = env.list(name) if as_list else env.str(name)
    except EnvError:
        value = None
    if not value:
        raise ImproperlyConfigured(f"{name} is not set, and DATABASE_URL is: {remedy}")
    return value


def kept_secret_key(folder: Path) -> str:
    """The key of a laptop: made once, readable by its owner alone."""
    path = folder / "secret_key"
    folder.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        fresh = folder / f"secret_key.{secrets.token_hex(4)}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50))
        try:
            path.hardlink_to(fresh)  # of two first starts at once, one key wins, and both read it whole
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text()


DATA_DIR = Path(env.str("FACTBASE_DATA_DIR", str(BASE_DIR / "var"))).expanduser().resolve()
DEBUG = env.bool("FACTBASE_DEBUG", False)
PRODUCTION = bool(env.str("DATABASE_URL", ""))

# The database

# Compiling a statement to machine code pays for reports that run for seconds; for a page it takes longer than the page.
# Each trigger of pgtrigger asks which are ignored: were that not said at all, each would fail and roll a subtransaction
# back, for which PostgreSQL goes through all that waits for the commit: 100,000 claims at once would take hours.
# A page here and there costs little on the disks of today: PostgreSQL's 4 is of those that turn, and has it read whole
# tables and sort them rather than follow an index.
# Of a statement that fails, the server's log shall not have the parameters, which may be words of somebody's draft.
SESSION = {
    "options": "-c jit=off -c pgtrigger.ignore={} -c random_page_cost=1.1 -c log_parameter_max_length_on_error=0"
}
if PRODUCTION:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL")}
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(
            "DATABASE_URL is not a PostgreSQL address: write postgresql://user:password@host:5432/name"
        )
    # A wrong address is told after 10 seconds, not after the pool's own 30.
    POOL = {"min_size": 2, "max_size": 10, "timeout": 10}
    DATABASES["default"]["OPTIONS"] = {**SESSION, **DATABASES["default"].get("OPTIONS", {}), "pool": POOL}
    SECRET_KEY = required(
        "FACTBASE_SECRET_KEY",
        'set it to a long random text, e.g. from: python -c "import secrets; print(secrets.token_urlsafe(50))"',
    )
    ALLOWED_HOSTS = required(
        "FACTBASE_ALLOWED_HOSTS",
        "set it to the names this server answers to, with commas between, e.g. facts.example.org",
        as_list=True,
    )
else:
    DATABASES = {
        "default": {"ENGINE": "factbase.embedded", "NAME": "factbase", "DATA_DIR": DATA_DIR, "OPTIONS": SESSION}
    }
    SECRET_KEY = kept_secret_key(DATA_DIR)
    ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

# What is installed

INSTALLED_APPS = [
    "factbase.apps.FactbaseConfig",
    "sources.apps.SourcesConfig",
    "claims.apps.ClaimsConfig",
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.import_export",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "knox",
    "django_filters",
    "import_export",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "drf_standardized_errors",
    "corsheaders",
    "django_guid",
]
MIDDLEWARE = [
    "factbase.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "factbase.api.middleware.CompressionMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # What stands between these two, plain reads of the API go around.
    "factbase.middleware.GoAroundMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "factbase.middleware.HistoryMiddleware",
    "factbase.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "factbase.middleware.RejoinMiddleware",
]
ROOT_URLCONF = "factbase.urls"
WSGI_APPLICATION = "factbase.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

AUTH_USER_MODEL = "factbase.User"
# Nobody publishes what they submitted; a claim marked sensitive always needs a second pair of eyes.
FACTBASE_FOUR_EYES = env.bool("FACTBASE_FOUR_EYES", True)
# Where DOIs are asked for; another one, on loopback, stands in for it in tests.
FACTBASE_DOI_RESOLVER = env.str("FACTBASE_DOI_RESOLVER", "https://doi.org/")
# A spaCy pipeline that finds names in texts besides the rules: "es_core_news_sm". Empty: the rules alone.
FACTBASE_SPACY_PIPELINE = env.str("FACTBASE_SPACY_PIPELINE", "")
# Sources may be fetched from this machine too: for tests alone.
FACTBASE_INTAKE_ALLOW_LOOPBACK = env.bool("FACTBASE_INTAKE_ALLOW_LOOPBACK", False)
if FACTBASE_INTAKE_ALLOW_LOOPBACK and PRODUCTION:
    raise ImproperlyConfigured(
        "FACTBASE_INTAKE_ALLOW_LOOPBACK is true, and DATABASE_URL is set: in production it would let editors read"
        " what is served on this machine alone. Take it out."
    )
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
# Of the admin, by account (factbase.language); the API speaks English.
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
# A claim page with many parts has many fields; an attack has more.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
# A document's text is confirmed in a form: 2 million characters (sources.intake.limits), of up to 4 bytes each.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
# A file that is too big is left unread, whichever form it comes with.
FILE_UPLOAD_HANDLERS = [
    "factbase.upload_limit.LimitHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a folder that is missing
WHITENOISE_USE_FINDERS = not any(STATIC_ROOT.iterdir())  # no collectstatic needed to try it out
# Originals of snapshots: kept beside the database, never served.
MEDIA_ROOT = DATA_DIR / "originals"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# HTTPS

HTTPS = env.bool("FACTBASE_HTTPS", PRODUCTION)
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = env.bool("FACTBASE_BEHIND_PROXY", False)
if BEHIND_PROXY:
    # Only behind a proxy that sets this header itself: else anyone could claim to be on HTTPS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = env.list("FACTBASE_TRUSTED_ORIGINS", [])

# The API

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "factbase.api.authentication.TokenAuthentication",
        "factbase.api.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.AllowAny"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "factbase.api.renderers.ContentNegotiation",
    "DEFAULT_RENDERER_CLASSES": ["factbase.api.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["factbase.api.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "factbase.api.pagination.KeysetPagination",
    "DEFAULT_FILTER_BACKENDS": ["factbase.api.filters.FilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "factbase.api.schema.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["factbase.api.throttling.Throttle"],
    # How many proxies add to X-Forwarded-For: what stands before their entries, anyone can write.
    "NUM_PROXIES": 1 if BEHIND_PROXY else 0,
    "EXCEPTION_HANDLER": "drf_standardized_errors.handler.exception_handler",
    "URL_FORMAT_OVERRIDE": None,
    "UNICODE_JSON": True,
}
# Tokens are rows of our own model (factbase.models.Token): knox's has no name, and its digest for an address.
KNOX_TOKEN_MODEL = "factbase.Token"  # noqa: S105 - a model, no password
MIGRATION_MODULES = {"knox": None}  # So that its own table, which nothing would use, is not made.
REST_KNOX = {"TOKEN_MODEL": KNOX_TOKEN_MODEL, "AUTH_HEADER_PREFIX": "Bearer"}  # RFC 6750
# The body of a request to the API, in bytes; more is a 413. A claim with all its parts has some 10 kB.
FACTBASE_BODY_BYTES = 2_500_000
# How long the whole of a list may take to be read, in seconds.
FACTBASE_EXPORT_SECONDS = env.int("FACTBASE_EXPORT_SECONDS", 600)
# Seconds that the database may work on one statement of a request, and that the whole of a claims/match/ may take.
FACTBASE_STATEMENT_TIMEOUT = env.int("FACTBASE_STATEMENT_TIMEOUT", 5, validate=validate.Range(min=1))
# Requests a minute: from an address, and with an account.
FACTBASE_REQUESTS_A_MINUTE = (
    env.int("FACTBASE_REQUESTS_A_MINUTE", 600, validate=validate.Range(min=1)),
    env.int("FACTBASE_REQUESTS_A_MINUTE_WITH_ACCOUNT", 3000, validate=validate.Range(min=1)),
)
# Any page may read what is public; none may send an account's cookie along.
CORS_URLS_REGEX = r"^/api/.*$"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ["GET", "HEAD", "OPTIONS"]
CORS_EXPOSE_HEADERS = [
    "Content-Disposition",
    "ETag",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
    "Retry-After",
    "X-Request-ID",
]
# Each request has an id, in its answer and in every line of the log; one that came with it is kept.
DJANGO_GUID = {"GUID_HEADER_NAME": "X-Request-ID", "VALIDATE_GUID": True}
DRF_STANDARDIZED_ERRORS = {
    "EXCEPTION_HANDLER_CLASS": "factbase.api.exceptions.ExceptionHandler",
    "EXCEPTION_FORMATTER_CLASS": "factbase.api.exceptions.ExceptionFormatter",
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Factbase",
    "DESCRIPTION": "Who said what, where, and with what number: each claim with its claimants, its numbers taken"
    " apart, and the words in the source. Reading needs no account. Times are UTC; dates are days, both ends of a"
    " range included; numbers are exact decimals as strings.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    # Swagger UI would fill every parameter in with its example, and so ask for all of them at once.
    "SWAGGER_UI_SETTINGS": """{
        responseInterceptor: (response) => {
            if (!response.url.endsWith("/schema/")) return response;
            const document = JSON.parse(response.text);
            for (const item of Object.values(document.paths)) {
                for (const operation of Object.values(item)) {
                    for (const parameter of operation.parameters || []) {
                        parameter.description += " Example: `" + parameter.example + "`";
                        delete parameter.example;
                    }
                }
            }
            const text = JSON.stringify(document);
            return {...response, text, data: text, body: document, obj: document};
        },
    }""",
    "POSTPROCESSING_HOOKS": ["drf_spectacular.hooks.postprocess_schema_enums"],
    "ENUM_NAME_OVERRIDES": {
        "ClaimKind": "claims.models.Claim.Kind",
        "SpeakerKind": "claims.models.Speaker.Kind",
        "LinkKind": "claims.models.ClaimLink.Kind",
        "WithdrawnKind": "claims.models.Claim.WithdrawnKind",
        "StatedBasis": "claims.models.Claim.Basis",
        "ClaimantBasis": "claims.models.Claimant.Basis",
        "SourceKind": "sources.models.Source.Kind",
        "NoticeKind": "sources.models.Notice.Kind",
    },
}

# Warnings and errors go to stderr; a request's wrong parameters are the asker's affair, not the log's.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} [{correlation_id}]: {message}", "style": "{"}},
    "filters": {"request": {"()": "django_guid.log_filters.CorrelationId"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}

# The admin

UNFOLD = {
    "SITE_TITLE": "Factbase",
    "SITE_HEADER": "Factbase",
    "SITE_SYMBOL": "format_quote",
    "SHOW_LANGUAGES": True,  # In the account's menu; they go to `set_language`.
    "DASHBOARD_CALLBACK": "claims.dashboard.callback",
    "SITE_FAVICONS": [{"rel": "icon", "href": "factbase.adminsite.icon"}],
    "SIDEBAR": {
        "navigation": "factbase.adminsite.sidebar",
        # Each model with its Material Symbol. The titles are translated where they are shown.
        "groups": {
            _("Claims"): {
                "claims.Claim": "format_quote",
                "claims.Speaker": "record_voice_over",
                "claims.Role": "badge",
                "claims.Review": "fact_check",
            },
            _("Sources"): {
                "sources.Source": "article",
                "sources.Publisher": "newspaper",
                "sources.Snapshot": "photo_camera",
                "sources.Notice": "campaign",
            },
            _("Vocabulary"): {
                "claims.Topic": "sell",
                "claims.Indicator": "monitoring",
                "claims.Proposition": "hub",
            },
            _("Accounts"): {"factbase.User": "person", "auth.Group": "group", "factbase.Token": "key"},
        },
    },
}
