"""The reading desk, as far as it needs no database: from a snapshot's text to proposals, and to a claim filled in.

    pages.py       a long text cut into pages at its paragraphs
    proposals.py   the quotations and quantities proposed in a page; kept in memory, never stored
    filling.py     from a place in the text to what a claim made of it says
    segments.py    a text with marks that overlap, cut into pieces that do not

All offsets are code points of the snapshot's whole text, the end exclusive (W3C Web Annotation 4.2.5). The pages in the
admin are in `claims/admin/reading_desk.py`, what is saved in `claims/actions/draft.py`.
"""
