"""Officials sent by their departments to work at the Centre, from the nomination on (4.3.a, 5.2.a, 5.2.b).

`standards` is the law itself, pure. Readings: docs/decisions/0046-seconded-officials.md.
"""
