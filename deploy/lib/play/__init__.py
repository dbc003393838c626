"""Plays whole cases through the running stack, from outside: Kafka for hotlines and agencies, HTTP for staff."""
