"""Import and export of sources."""

from factbase.spreadsheets.admin import SpreadsheetAdmin
from sources.spreadsheets import SourceResource


class SourceSpreadsheets(SpreadsheetAdmin):
    resource_classes = [SourceResource]
