"""The published list of causes: the codes that reports give for a delay, and to which a ruling may move days."""

from collections.abc import Mapping

CAUSES: Mapping[str, str] = {
    "money late": "Money came after its day.",
    "money short": "Less money came than was planned.",
    "other agency": "Another agency did not deliver, and no requirement says so.",
    "clearance": "A clearance, permit or approval was missing.",
    "decision": "A decision of the government or of parliament was missing.",
    "land": "Land was not there, or in dispute.",
    "procurement": "A tender was delayed, cancelled or contested.",
    "contractor": "A contractor was late or left.",
    "supplier": "A supplier was late, or goods were not to be had.",
    "staff": "Posts were vacant, or people needed elsewhere.",
    "design": "Plans or studies were incomplete, or changed.",
    "prices": "Prices or exchange rates moved beyond what was planned.",
    "donor": "A donor withdrew, or changed its terms.",
    "court": "A court stopped the work.",
    "law": "A law or rule changed.",
    "election": "Work stood still before or after an election.",
    "weather": "The weather did not allow the work.",
    "access": "The place could not be reached.",
    "ACCIDENT": "An accident stopped the work.",
    "DROUGHT": "Drought.",
    "EARTHQUAKE": "Earthquake.",
    "EPIDEMIC": "An epidemic.",
    "FIRE": "Fire.",
    "FLOOD": "Flood.",
    "LANDSLIDE": "Landslide.",
    "POWER-CUT": "Electricity failed for long.",
    "SNOW": "Snow.",
    "STORM": "Storm.",
    "STRIKE": "Strike.",
    "UNREST": "Unrest, or a closed border.",
    "WAR": "War.",
}
"""Codes and what each says. A code is never the id of anything in a plan."""


def title_of(code: str) -> str:
    """What people call a cause outside the plan: "Flood", "Power cut"."""
    return code.replace("-", " ").capitalize()


def name_of(code: str) -> str:
    """The same as the owner of what a ruling gave to it: "Flood (outside the plan)"."""
    return f"{title_of(code)} (outside the plan)"
