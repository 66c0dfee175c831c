"""Intake: from a web address, a DOI, a file, pasted text or a record to what a source needs.

`gather` ties it together. What reads hostile bytes runs in a process of its own (`apart`), and so knows no Django.
"""
