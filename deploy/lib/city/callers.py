"""Residents who complain: at three hotlines, sometimes twice, sometimes without a name, now and then about nowhere."""

from play.cast import ago
from play.hotline import Hotline

from .invented import FIRMS, MATTERS, PLACES, REGIONS, person

# The city's own hotlines, by which its cases are told from others on the same stack.
HOTLINES = {"sample-12345": "HOTLINE_12345", "sample-12369": "HOTLINE_12369", "sample-wechat": "WECHAT_PUBLIC"}
SOURCES = {f"/hotline/{name}" for name in HOTLINES}
# Shares of each hundred complaints.
REPEATED, WITHOUT_NAME, NOWHERE, ABOUT_A_FIRM = 8, 15, 4, 60


class Callers:
    def __init__(self, world, chance, say):
        self.world, self.chance, self.say = world, chance, say
        self._hotlines = [Hotline(world, name) for name in HOTLINES]
        self._number, self._last = 0, None

    def complain(self):
        if self._last and self.chance.randrange(100) < REPEATED:
            hotline, complaint, event_id = self._last
            self.say(hotline.name, f"同一投诉再发一次 {complaint['externalId']}")
            hotline.publish(complaint, event_id=event_id)
            return
        self._number += 1
        hotline = self.chance.choice(self._hotlines)
        complaint = self._complaint(hotline)
        self.say(hotline.name, f"投诉 {complaint['externalId']}：{complaint['content']}")
        self._last = hotline, complaint, hotline.publish(complaint)

    def _complaint(self, hotline):
        chance, matter = self.chance, self.chance.choice(MATTERS)
        region = chance.choice(list(REGIONS))
        place = REGIONS[region] + chance.choice(PLACES)
        complaint = {
            "externalId": f"SC-{self.world.run}-{self._number}", "channel": HOTLINES[hotline.name], "region": region,
            "category": matter.category, "content": matter.words.format(place=place), "location": place,
            "occurredAt": ago(self.world, hours=chance.randrange(1, 72))}
        if matter.fact and chance.randrange(100) < ABOUT_A_FIRM:
            firm = chance.choice([firm for firm in FIRMS if firm.region == region])
            complaint["subject"] = {"uscc": firm.key.removeprefix("uscc:")}
        if chance.randrange(100) >= WITHOUT_NAME:
            complaint["reporter"] = person(chance)
        if chance.randrange(100) < NOWHERE:
            complaint["region"] = "999999"  # no such place: the receipt says so, and a dead letter stays
        return complaint
