// What a database holds, read from its counts alone: labels in use, nodes, and nodes that have none of our main labels.
//
// params:  none
// returns: labels, nodes, others
CYPHER 25
CALL () {
  CALL db.labels() YIELD label
  RETURN collect(label) AS labels
}
CALL () {
  MATCH (n)
  RETURN count(n) AS nodes
}
RETURN
  labels,
  nodes,
  nodes
    - COUNT { (:PlanYear) }
    - COUNT { (:FiveYearPlan) }
    - COUNT { (:PlanTarget) }
    - COUNT { (:Agency) }
    - COUNT { (:Post) }
    - COUNT { (:Official) }
    - COUNT { (:Tenure) }
    - COUNT { (:Agreement) }
    - COUNT { (:BudgetLine) }
    - COUNT { (:Payment) }
    - COUNT { (:Progress) }
    - COUNT { (:Deliverable) }
    - COUNT { (:Result) }
    - COUNT { (:Interim) }
    - COUNT { (:Spending) }
    - COUNT { (:Revision) }
    - COUNT { (:Dispute) }
    - COUNT { (:InForce) }
    - COUNT { (:Outside) }
    - COUNT { (:Load) }
    - COUNT { (:Assessment) }
    - COUNT { (:Former) }
    - COUNT { (:Publication) }
    - COUNT { (:Document) }
    - COUNT { (:Graph) }
    AS others
