"""A plan as it is typed: diagnostics, hover, completion, definitions and code actions, as plain values. `server.py`, `texts.py`, `rendering.py` and `protocol.py` alone know the protocol."""
