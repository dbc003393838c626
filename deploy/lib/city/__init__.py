"""A small city that goes on living on the running stack: see deploy/sample-city.py."""
