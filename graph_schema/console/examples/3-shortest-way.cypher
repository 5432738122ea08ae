// The shortest way from one delay to another
MATCH way = SHORTEST 1 (:Deliverable {id: 'REQ-KESSA-1'})-[:DELAYED|CUT]->+(:Deliverable {id: 'STAT-GROWTH'})
UNWIND nodes(way) AS step
RETURN step.id AS deliverable, step.title AS title, step.delay_days AS `days late`
