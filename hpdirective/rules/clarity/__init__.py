"""Rules of clarity: who, what, when, with what result. None weighs in coverage."""
