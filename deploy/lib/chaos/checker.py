"""All promises at once."""

from .checks import causes, effects, outcomes, secrecy, states, topics

CHECKS = outcomes.CHECKS + topics.CHECKS + effects.CHECKS + states.CHECKS + causes.CHECKS + secrecy.CHECKS


def findings(history):
    """Everything that is wrong with a history, promise by promise; nothing when all is well."""
    return [finding for check in CHECKS for finding in check(history)]
