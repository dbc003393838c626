"""Measures `petitions` from outside: see ./deploy/bench."""
