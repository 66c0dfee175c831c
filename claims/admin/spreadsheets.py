"""Import and export of claims, speakers and indicators."""

from claims.importers import ClaimResource
from claims.spreadsheets import IndicatorResource, SpeakerResource
from factbase.spreadsheets.admin import SpreadsheetAdmin


class ClaimSpreadsheets(SpreadsheetAdmin):
    resource_classes = [ClaimResource]


class SpeakerSpreadsheets(SpreadsheetAdmin):
    resource_classes = [SpeakerResource]


class IndicatorSpreadsheets(SpreadsheetAdmin):
    resource_classes = [IndicatorResource]
