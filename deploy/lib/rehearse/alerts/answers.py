"""Alerts about answers over HTTP."""

import time

from .trials import trial


@trial("AnswersFail")
def answers_fail(desk):
    """Petitions reaches PostgreSQL no more, while ten visitors ask for lists."""
    visitors = desk.visitors(10)
    time.sleep(5)
    desk.trouble("petitions", "database", away=True)
    yield
    desk.say(f"answers: {visitors.told()}")
    desk.readyz("petitions")
    desk.calm("petitions", "database")
    visitors.answers.clear()
    time.sleep(8)
    desk.say(f"the way to PostgreSQL is open again; answers since: {visitors.told()}")
    time.sleep(12)
    visitors.leave()


@trial("AnswersSlow")
def answers_slow(desk):
    """PostgreSQL answers each of petitions' statements a third of a second later, while ten visitors ask for lists."""
    visitors = desk.visitors(10)
    desk.trouble("petitions", "database", delay=0.3)
    yield
    desk.say(f"answers: {visitors.told()}")
    desk.calm("petitions", "database")
    desk.say("PostgreSQL answers as before")
    time.sleep(20)
    visitors.leave()
