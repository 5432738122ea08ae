"""Words of the Map: what stands on it, and how it is related."""

TYPES = {
    "target": "target",
    "release": "release",
    "milestone": "milestone",
    "agency": "agency",
    "agreement": "agreement",
    "line": "budget line",
    "promise": "five-year target",
    "outside": "outside the plan",
}
RELATIONS = {
    "flow": "who affects whom",
    "needs": "needs",
    "supports": "supports",
    "ruled": "ruled",
    "belongs": "belongs to",
    "agreement": "agreement",
    "money": "money",
    "five years": "five-year plan",
}
JOINS = {
    "needs": "is needed by",
    "supports": "counts for",
    "ruled": "was named by a ruling on",
    "belongs": "belongs to",
    "agreement": "is part of the agreement",
    "money": "is money of",
    "five years": "contributes to",
}
AROUND = {
    ("needs", False, "thing"): "that it needs",
    ("needs", True, "thing"): "that need it",
    ("supports", False, "thing"): "that it is measured by",
    ("supports", True, "thing"): "that it counts for",
    ("ruled", False, "outside"): "that rulings named",
    ("ruled", True, "thing"): "that it held up",
    ("belongs", False, "thing"): "that it owns",
    ("belongs", False, "agency"): "under it",
    ("belongs", False, "promise"): "five-year targets of it",
    ("belongs", True, "agency"): "that it belongs to",
    ("agreement", False, "thing"): "promised in it",
    ("money", False, "thing"): "paid from it",
    ("money", False, "line"): "budget lines of it",
    ("five years", False, "thing"): "that contribute to it",
}
"""What stands around something on the Map, after a number: by relation, whether it leads there, and what it is."""
