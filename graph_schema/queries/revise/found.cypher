// What of the plan is not as first promised by the day: timely revisions and rulings; and whether the graph holds numbers of an earlier such assessment.
//
// params:  today
// returns: revisions, rulings, revised, ruled
CYPHER 25
MATCH (g:Graph)
CALL () { MATCH (r:Revision {timely: true}) WHERE r.revised_day <= $today RETURN count(r) AS revisions }
CALL () { MATCH (x:Dispute {state: 'ruled'}) WHERE x.ruled_day <= $today RETURN count(x) AS rulings }
RETURN revisions, rulings, coalesce(g.revised, false) AS revised, coalesce(g.ruled, false) AS ruled
