"""Residents who complain: at three hotlines, sometimes twice, sometimes without a name, now and then about nowhere."""

from play.cast import ago
from play.hotline import Hotline

from .invented import FIRMS, MATTERS, PLACES, REGIONS, SINCE, person

# The city's own hotlines, by which its cases are told from others on the same stack, and how many of ten call there.
HOTLINES = {"sample-12345": "HOTLINE_12345", "sample-12369": "HOTLINE_12369", "sample-wechat": "WECHAT_PUBLIC"}
CALLS = (5, 3, 2)
SOURCES = {f"/hotline/{name}" for name in HOTLINES}
# Shares of each hundred complaints.
REPEATED, WITHOUT_NAME, NOWHERE, ABOUT_A_FIRM = 8, 15, 4, 60


class Callers:
    firms = FIRMS
    about_a_firm = ABOUT_A_FIRM

    def __init__(self, world, chance, say):
        self.world, self.chance, self.say = world, chance, say
        self.name = f"SC-{world.run}"
        self._hotlines = [Hotline(world, name) for name in HOTLINES]
        self._number, self._last = 0, None

    def complain(self):
        if self._last and self.chance.randrange(100) < REPEATED:
            hotline, complaint, event_id = self._last
            self.say(hotline.name, f"同一投诉再发一次 {complaint['externalId']}")
            hotline.publish(complaint, event_id=event_id)
            return
        self._number += 1
        hotline, = self.chance.choices(self._hotlines, CALLS)
        complaint = self._complaint(f"{self.name}-{self._number}", HOTLINES[hotline.name])
        self.say(hotline.name, f"投诉 {complaint['externalId']}：{complaint['content']}")
        self._last = hotline, complaint, hotline.publish(complaint)

    def _complaint(self, identity, channel):
        chance, matter = self.chance, self.chance.choice(MATTERS)
        region = chance.choice(list(REGIONS))
        place = REGIONS[region] + chance.choice(PLACES)
        complaint = {
            "externalId": identity, "channel": channel, "region": region, "category": matter.category,
            "content": chance.choice(SINCE) + matter.words.format(place=place), "location": place,
            "occurredAt": ago(self.world, hours=chance.randrange(1, 72))}
        if matter.fact and chance.randrange(100) < self.about_a_firm:
            firm = chance.choice([firm for firm in self.firms if firm.region == region])
            complaint["subject"] = {"uscc": firm.key.removeprefix("uscc:")}
        if chance.randrange(100) >= WITHOUT_NAME:
            complaint["reporter"] = person(chance)
        if chance.randrange(100) < NOWHERE:
            complaint["region"] = "999999"  # no such place: the receipt says so, and a dead letter stays
        return complaint
