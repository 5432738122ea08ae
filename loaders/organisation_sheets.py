"""The sheets of who is who: agencies, posts, officials and their tenures."""

from loaders.columns import ONE_ID, Column, Sheet, day, own_id, reference, words

AGENCIES = Sheet(
    "agencies",
    "The tree of agencies, and the outside parties that affect them.",
    "carried",
    ("plan_year", "id"),
    ONE_ID,
    (
        own_id("Short name of the agency, the same in every year."),
        words("name", "Full name of the agency.", required=True),
        words("kind", "Ministry, department, division, …; 'external' marks donors, courts, weather.", required=True),
        reference("part_of", "The agency it is part of; empty at the top.", "agencies"),
        words("sector", "Sector; an agency without one takes it from the agency it is part of."),
        day("since", "First day the agency existed."),
        day("until", "Last day the agency existed."),
    ),
)
POSTS = Sheet(
    "posts",
    "Positions, whoever holds them.",
    "carried",
    ("plan_year", "id"),
    ONE_ID,
    (
        own_id("Short name of the post, the same in every year."),
        words("title", "Title of the post.", required=True),
        reference("agency", "The agency the post is in.", "agencies", required=True),
        Column("heads", "yes_no", "Whether the post heads its agency; one post an agency.", default="no"),
        reference("reports_to", "The post it reports to.", "posts"),
    ),
)
OFFICIALS = Sheet(
    "officials",
    "People who hold posts.",
    "carried",
    ("id",),
    ONE_ID,
    (own_id("Short name of the person, the same in every year."), words("name", "Full name.", required=True)),
)
TENURES = Sheet(
    "tenures",
    "Who held which post, and when; a post without a row is vacant.",
    "carried",
    ("post", "official", "since"),
    "keep one row for each time in the post",
    (
        reference("post", "The post that was held.", "posts", required=True),
        reference("official", "Who held it; empty = held, the holder is not disclosed.", "officials"),
        day("since", "First day in the post; empty = since before the first plan."),
        day("until", "Last day in the post; empty = still in it."),
    ),
)
