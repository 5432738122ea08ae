"""The statements of what the product is measured against; no part of the product's catalog."""

from typing import LiteralString

ONE: LiteralString = "CYPHER 25 RETURN 1 AS one"
"""The smallest question there is."""

EMPTY: LiteralString = "CYPHER 25 MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS"

NODES: LiteralString = "CYPHER 25 UNWIND $rows AS row CREATE (n:Row) SET n = row"
"""Each row of each sheet a node: no relation, no index, nothing looked up, nothing checked."""

LATE: LiteralString = """CYPHER 25
MATCH (t:Target) WHERE t.delay_days > 0
RETURN t.id AS id ORDER BY id"""

THINGS: LiteralString = """CYPHER 25
MATCH (d:Deliverable)
RETURN d.id AS id, CASE WHEN d:Target THEN 'target' WHEN d:Release THEN 'release' ELSE 'milestone' END AS kind,
  d:Dated AS dated, d.measure AS measure, d.rank AS rank, d.planned_day AS planned_day,
  d.start_day AS start_day, d.span AS span,
  d.ends_day AS ends_day, d.sign AS sign, d.scale AS scale, d.goal AS goal, d.base AS base, d.whole AS whole,
  d.raw_planned AS raw_planned,
  d.amount AS amount, d.weight_used AS weight_used, d.stake AS stake, d.bearer AS bearer, d.bearers AS bearers"""

NEEDS: LiteralString = """CYPHER 25
MATCH (g:Deliverable)-[r:FINANCES|ENABLES]->(t:Deliverable)
RETURN g.id AS g, t.id AS t, g:Dated AS dated, r.lag AS lag, r.need_day AS need_day,
  r.owed_day AS owed_day, r.counts AS counts, r.place AS place"""

REPORTS: LiteralString = """CYPHER 25
MATCH (p:Progress)
RETURN p.deliverable AS thing, p.as_of_day AS as_of_day, p.started_day AS started_day, p.finished_day AS finished_day,
  p.forecast_day AS forecast_day, p.achieved AS achieved
ORDER BY p.as_of_day, coalesce(p.source = 'verified', false), p.reported_day"""

COVERS: LiteralString = """CYPHER 25
MATCH (p:Payment)-[c:COVERS]->(r:Release)
RETURN r.id AS thing, p.paid_day AS day, c.amount AS amount"""

SUPPORTS: LiteralString = """CYPHER 25
MATCH (t:Target)-[s:SUPPORTS]->(c:Target)
RETURN c.id AS thing, t.id AS by, s.share AS share"""

COUNTS: LiteralString = """CYPHER 25
MATCH (r:Release)-[:COUNTS_IN]->(t:Target)
RETURN t.id AS thing, r.id AS release"""

FORGET: LiteralString = "CYPHER 25 MATCH (:Deliverable)-[old:DELAYED|CUT|CHARGED]->() DELETE old"

VALUES: LiteralString = """CYPHER 25
UNWIND $rows AS row
MATCH (d:Deliverable {id: row.id})
SET d += row.values"""

DELAYED: LiteralString = """CYPHER 25
UNWIND $rows AS row
MATCH (g:Deliverable {id: row[0]})
MATCH (t:Deliverable {id: row[1]})
CREATE (g)-[:DELAYED {days: row[2], late: row[3]}]->(t)"""

CUT: LiteralString = """CYPHER 25
UNWIND $rows AS row
MATCH (g:Deliverable {id: row[0]})
MATCH (t:Deliverable {id: row[1]})
CREATE (g)-[:CUT {units: row[2], lost: row[3]}]->(t)"""

CHARGED: LiteralString = """CYPHER 25
UNWIND $rows AS row
MATCH (d:Deliverable {id: row[0]})
MATCH (g:Agreement {code: row[1]})
CREATE (d)-[:CHARGED {points: row[2], days: row[3]}]->(g)"""

SUMS: LiteralString = """CYPHER 25
MATCH (d:Deliverable)
CALL (d) { MATCH (d)-[c:CHARGED]->() RETURN sum(c.points) AS points, sum(c.days) AS days }
RETURN count(d) AS things, sum(d.delay_days) AS delay, sum(d.own_days) AS own,
  sum(d.own_units) AS units, sum(d.loss) AS loss,
  sum(points) AS points, sum(days) AS days,
  count(CASE WHEN d:Dated THEN 1 END) AS dated, count(CASE WHEN d.delay_days > 0 THEN 1 END) AS late"""
"""What both ways of assessing must agree on."""
