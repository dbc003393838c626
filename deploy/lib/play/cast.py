"""Who plays: the people of Jiujiang's bureaus, each with the roles and regions of their post and no more."""

from datetime import timedelta

JIUJIANG, GONGQINGCHENG, LUSHAN, XUNYANG = "360400", "360482", "360483", "360403"


class Cast:
    def __init__(self, world):
        person = world.person
        self.clerk = person("play-clerk", "九江值班员", ["clerk"], [JIUJIANG])
        self.handler = person("play-handler", "九江执法员", ["handler"], [JIUJIANG])
        self.county_handler = person("play-handler-gongqingcheng", "共青城执法员", ["handler"], [GONGQINGCHENG])
        self.supervisor = person("play-supervisor", "九江督查员", ["supervisor"], [JIUJIANG])
        self.leader = person("play-leader", "九江分管领导", ["leader"], [JIUJIANG])
        self.agency = person("play-agency", "检查系统", ["agency"], [JIUJIANG])
        self.operator = person("play-operator", "运维员", ["operator"], [JIUJIANG])


def instant(moment):
    return moment.isoformat().replace("+00:00", "Z")


def earlier(world, told, **distance):
    """When it happened: the instant of the report where the stack's business clock has passed it, else a while ago."""
    now = world.business_now()
    return instant(told if told < now else now - timedelta(**distance))


def ago(world, **distance):
    return instant(world.business_now() - timedelta(**distance))
