"""Rehearses what operators do seldom, under traffic, and judges it from outside: see ./deploy/rehearse."""
