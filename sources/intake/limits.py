"""The limits of intake. README, "Adding sources", states them."""

MEGABYTE = 1_000_000
MAX_BYTES = 25 * MEGABYTE  # Of a file, a page, or a page unpacked.
MAX_TEXT = 2_000_000  # Characters of a document's text: some 700 dense pages.
MAX_RECORDS = 1_000  # In one file of records.

FETCH_SECONDS = 30  # From the first look-up to the last byte, redirects included.
MAX_REDIRECTS = 5
PORTS = (80, 443, 8080, 8443)

READ_SECONDS = 60  # For taking a document apart.
READ_MEMORY = 1_500 * MEGABYTE  # Of address space.
MAX_PAGES = 2_000  # Of a PDF.
MAX_UNPACKED = 150 * MEGABYTE  # Of a DOCX, which is a ZIP.
MAX_PARTS = 5_000  # In it.

MIN_WORDS = 10  # Fewer are no article: the page is empty, or made by a script.
