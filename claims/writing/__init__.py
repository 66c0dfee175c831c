"""Writing over the API: bodies of claims with their parts (`bodies`), saving them (`rows`), and the views."""
