// Ids are unique in their kind. Ranks, measures and codes are looked up by the sweeps.
CREATE CONSTRAINT plan_year_id IF NOT EXISTS FOR (n:PlanYear) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT five_year_plan_id IF NOT EXISTS FOR (n:FiveYearPlan) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT plan_target_id IF NOT EXISTS FOR (n:PlanTarget) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT agency_id IF NOT EXISTS FOR (n:Agency) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT post_id IF NOT EXISTS FOR (n:Post) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT official_id IF NOT EXISTS FOR (n:Official) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT tenure_key IF NOT EXISTS FOR (n:Tenure) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT agreement_id IF NOT EXISTS FOR (n:Agreement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT deliverable_id IF NOT EXISTS FOR (n:Deliverable) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT budget_line_id IF NOT EXISTS FOR (n:BudgetLine) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT payment_key IF NOT EXISTS FOR (n:Payment) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT progress_key IF NOT EXISTS FOR (n:Progress) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT load_number IF NOT EXISTS FOR (n:Load) REQUIRE n.number IS UNIQUE;
CREATE INDEX dated_rank IF NOT EXISTS FOR (n:Dated) ON (n.rank);
CREATE INDEX cascade_rank IF NOT EXISTS FOR (n:Cascade) ON (n.rank);
CREATE INDEX target_measure IF NOT EXISTS FOR (n:Target) ON (n.measure);
CREATE INDEX agreement_code IF NOT EXISTS FOR (n:Agreement) ON (n.code);
