"""The law a second time: the attribution in plain Python and exact fractions, for tests to hold the product to.

Written from the text of the rule alone; it shares no line with the product. `reference` is the way in.
Section numbers in these modules are those of the rule: 2 dates, 3 explanations, 4 shortfalls, 5 scores, 6 points.
"""
