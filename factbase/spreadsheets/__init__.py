"""Spreadsheets in and out: cells, files, columns, what a sheet does to records, and the admin's pages for it."""
