"""The size that no uploaded file may pass: it is left unread, and the form says so."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.utils.translation import gettext as _

MEGABYTE = 1_000_000
MAX_BYTES = 25 * MEGABYTE
OTHER_FIELDS = 1 * MEGABYTE  # Of a request's length, which is all that is known when a file begins.


class LimitHandler(FileUploadHandler):
    """Skips a file that is too big: at once where the request is, else when the limit is reached."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.request_length = content_length

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.received = 0
        if self.request_length > MAX_BYTES + OTHER_FIELDS:
            self.skip(self.request_length)

    def receive_data_chunk(self, raw_data, start):
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            self.skip(self.received)
        return raw_data

    def skip(self, size):
        self.request.too_big = _("'%(name)s' has %(size)s MB or more: %(limit)s MB at most.") % {
            "name": self.file_name,
            "size": size // MEGABYTE,
            "limit": MAX_BYTES // MEGABYTE,
        }
        raise SkipFile

    def file_complete(self, file_size):
        return None
