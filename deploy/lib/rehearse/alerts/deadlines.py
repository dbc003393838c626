"""Alerts about what must happen at an instant: timers that fail, deadlines of the law."""

from datetime import datetime, timedelta, timezone

from .trials import trial

FAR = timedelta(days=45)  # beyond the first legal date of a petition received today, whatever holidays lie between


def ahead(desk):
    """The business clock of petitions stands this far in the future."""
    desk.settings("petitions", BUSINESS_CLOCK_START=(datetime.now(timezone.utc) + FAR).isoformat(timespec="seconds"))


def back(desk):
    desk.settings("petitions", BUSINESS_CLOCK_START=None)


@trial("TimersFail", afterwards=back)
def timers_fail(desk):
    """A right of petitions in the database is missing, and the day comes at which dates are to be told of."""
    desk.complain(5)
    desk.database.run("revoke update on petitions.petition_clock from petitions")
    ahead(desk)
    yield
    desk.command("petitions", "timers", "list", "--failing")
    desk.database.run("grant update on petitions.petition_clock to petitions")
    desk.say("the right is given again")
    desk.command("petitions", "timers", "retry", "--actor", "rehearsal", "--reason", "the right is there again")


@trial("DeadlinesMissed", about="at petitions", afterwards=back)
def deadlines_missed(desk):
    """Nobody has accepted what came in within the days of the law."""
    desk.complain(5)
    ahead(desk)
    yield
    late = overdue(desk)
    desk.say(f"GET /v1/petitions?overdue=true: {len(late)}, such as {late[0]['petitionNumber'] if late else 'none'}")
    clerk = desk.person("clerk")
    while late := overdue(desk):
        for petition in late:
            clerk.post("petitions", f"/v1/petitions/{petition['petitionId']}/accept",
                       {"procedure": "enforcement", "unit": "镇江市生态环境局"})
    desk.say("each is accepted, late, and its petitioner told")


def overdue(desk):
    found = desk.person("leader").get("petitions", "/v1/petitions?overdue=true&status=received&limit=100")
    return found["petitions"]
