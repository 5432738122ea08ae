// What was judged of each revision: whether it was timely, the planned day that it moved, its value in the kind of its column, the last day on which it is timely.
//
// params:  none
// returns: key, timely, moved_from_day, moved_to_day, to, timely_until_day
CYPHER 25
MATCH (n:Revision)
RETURN n.key AS key, n.timely AS timely, n.moved_from_day AS moved_from_day, n.moved_to_day AS moved_to_day, n.to AS to, n.timely_until_day AS timely_until_day
