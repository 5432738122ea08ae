"""Random corrections of random plans, each sound by the format: what analysts send after a first load."""
