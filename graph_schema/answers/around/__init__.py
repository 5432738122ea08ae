"""What stands around things of a plan and agencies, and the shortest way by which one affects another."""
