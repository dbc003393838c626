"""Runs the four services under faults and looks at the result from outside: see ./deploy/chaos."""
