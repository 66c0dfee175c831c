"""Loading claims by the million, and taking them all out again.

A reader (`readers/`, one file a format) gives rows in Factbase's own shape, that of the API. From there the way is one:

    records.py    a row becomes rows of tables: shapes.py declares them, values.py reads what stands in them, naming.py
                  whom they name
    staging.py    these go by COPY into temporary tables like the real ones
    references.py who and what is named there is found by set: here already, in the file, or to be made
    checks.py     every rule of the database is tried by set, and a row that breaks one is left out, whole
    present.py    what is here already is compared by set: unchanged, to be changed, or left alone
    writing.py    INSERT … SELECT by set, constraints and triggers on
    loading.py    ties it together in one transaction: `load()`
    export.py     the way out

Nothing of a row stays in Python once it is staged, so memory is the same for a hundred claims and a million.
"""
