"""The JSON Schemas that are made from the models, one file a kind of file."""
