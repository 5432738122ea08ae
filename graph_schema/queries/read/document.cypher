// The document of a published assessment: its JSON, compressed by zlib.
//
// params:  number
// returns: content
CYPHER 25
MATCH (:Publication {number: $number})-[:KEPT_AS]->(d)
RETURN d.content AS content
