"""From a clause of the directive to all that answers it in the plans, and from a line of a file back to its clauses."""
