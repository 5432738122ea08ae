// What was judged of each revision: whether it was timely, the planned day that it moved, its value in the kind of its column.
//
// params:  none
// returns: key, timely, moved_from_day, moved_to_day, to
CYPHER 25
MATCH (n:Revision)
RETURN n.key AS key, n.timely AS timely, n.moved_from_day AS moved_from_day, n.moved_to_day AS moved_to_day, n.to AS to
