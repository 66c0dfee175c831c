"""What in a draft is known here: for each of its sentences the claims that say the same, and those that differ.

A draft passes through five steps, one file each:

1. `draft.py` cuts it into sentences, and reads the numbers, the time, the places and the speaker of each.
2. `candidates.py` finds, for all sentences together, the claims that share some of their rarer words, or a number: a
   handful for each sentence, since to compare all claims would take seconds.
3. `known.py` reads what these claims say in the language of the draft.
4. `compare.py` decides which of them match, how well and why; `numbers.py`, `times.py` and `places.py` tell whether two
   numbers, times or places can go together.
5. `views.py` answers, with the claims as `serializers.py` shows them.

All that has FACTBASE_STATEMENT_TIMEOUT seconds together (`deadline.py`); a draft that takes longer is refused whole.

**Of a draft nothing is kept.** What the database is asked about it goes through `database.py`, as parameters apart from
the statement: neither Django's log of queries nor, by its defaults, the database's own has a word of it.

It compares words by their stems, not meanings: `same` is said where words, numbers, time, place and negation all go
together.
"""
