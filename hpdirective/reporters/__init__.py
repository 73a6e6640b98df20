"""Values in, text out: one file a format. Nothing here prints, opens a file or leaves."""
