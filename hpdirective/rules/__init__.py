"""What may be wrong: one file a rule, families in folders."""
