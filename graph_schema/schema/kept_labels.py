"""Labels of what the product keeps about itself: loads, assessments, the mark of the graph."""

from collections.abc import Mapping

from graph_schema.schema.words import Label, Property, prepared

_ASSESSMENT = {
    "as_of": Property("DATE", "the day it speaks of", "kept"),
    "made_at": Property("DATETIME", "when it was computed", "kept"),
    "rule": Property("STRING", "version of the rule", "kept"),
    "load": Property("INTEGER", "number of the last load it knows", "kept"),
    "standing": Property("BYTES", "what is late, short or lost points, and how each row of each tier stands", "kept"),
}

KEPT_LABELS: Mapping[str, Label] = {
    "Load": Label(
        "One load: who, when, what it read and what it changed.",
        {
            "number": Property("INTEGER", "counted from 1", "kept"),
            "loaded_at": Property("DATETIME", "when", "kept"),
            "loaded_by": Property("STRING", "who", "kept"),
            "version": Property("STRING", "of the product", "kept"),
            "sources": Property("LIST<STRING>", "files read", "kept"),
            "digests": Property("LIST<STRING>", "their SHA-256", "kept"),
            "added": Property("INTEGER", "rows added", "kept"),
            "changed": Property("INTEGER", "rows changed", "kept"),
            "removed": Property("INTEGER", "rows removed", "kept"),
            "summary": Property("STRING", "counts by sheet, as JSON", "kept"),
            "corrections": Property(
                "LIST<STRING>",
                "changed cells and removed rows of targets, requirements, releases, milestones and tenures: what stood "
                "there before, as JSON",
                "kept",
            ),
        },
    ),
    "Assessment": Label("The one current assessment.", _ASSESSMENT),
    "Former": Label("The assessment before: what the current one is compared with.", _ASSESSMENT),
    "Publication": Label(
        "A published assessment: it stays as it was.",
        {
            "number": Property("INTEGER", "counted from 1", "kept"),
            "plan_year": Property("STRING", "id of the year that it was published for", "kept"),
            "as_of": Property("DATE", "the day it speaks of", "kept"),
            "state": Property("STRING", "provisional or final", "kept"),
            "published_at": Property("DATETIME", "when", "kept"),
            "published_by": Property("STRING", "who", "kept"),
            "final_at": Property("DATETIME", "when it was made final", "kept"),
            "final_by": Property("STRING", "by whom", "kept"),
            "note": Property("STRING", "in the words of who published it", "kept"),
            "rule": Property("STRING", "version of the rule", "kept"),
            "version": Property("STRING", "of the product", "kept"),
            "load": Property("INTEGER", "number of the last load it knows", "kept"),
            "inputs": Property("STRING", "SHA-256 of the rows that it rests on", "kept"),
            "digest": Property("STRING", "SHA-256 of its document", "kept"),
            "size": Property("INTEGER", "bytes of its document as kept", "kept"),
        },
    ),
    "Document": Label(
        "What a published assessment holds.",
        {"content": Property("BYTES", "its JSON, compressed by zlib", "kept")},
    ),
    "Graph": Label(
        "The mark of a graph of this product: one node.",
        {
            "id": Property("STRING", "always the same: there is one such node", "kept"),
            "version": Property("INTEGER", "of this schema", "kept"),
            "loads": Property("INTEGER", "loads so far", "kept"),
            "publications": Property("INTEGER", "assessments published so far", "kept"),
            "revised": Property("BOOLEAN", "numbers against the first promise stand beside those in force", "assessed"),
            "ruled": Property("BOOLEAN", "numbers without rulings stand beside those with them", "assessed"),
            "ranks": prepared("INTEGER", "highest rank of a dated thing"),
            "cascade_ranks": prepared("INTEGER", "highest rank of a cascade"),
        },
    ),
}
