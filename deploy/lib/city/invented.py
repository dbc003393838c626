"""Who and what there is in the city. Everything is invented: people, places and firms; e-mail goes to the domain that is
reserved for examples, and nobody has a telephone number, so that a stack with real gateways calls no stranger."""

from dataclasses import dataclass

from play.cast import GONGQINGCHENG, LUSHAN, XUNYANG
from play.codes import unified_social_credit_code

REGIONS = {XUNYANG: "浔阳区", GONGQINGCHENG: "共青城市", LUSHAN: "庐山市"}
BUREAUS = {XUNYANG: "浔阳生态环境局", GONGQINGCHENG: "共青城生态环境局", LUSHAN: "庐山生态环境局"}
FAMILY_NAMES, GIVEN_NAMES = "甲乙丙丁戊己庚辛", ("样一", "样二", "样三", "样四", "样五", "样六")
PLACES = ("虚构路东段", "样板新村", "示例工业园", "假想湖北岸", "样板小区三期", "示例码头")
SINCE = ("", "近日，", "昨晚起，", "今早发现，", "连续三天，", "一周以来，", "多次反映，", "邻居们都说，")


@dataclass(frozen=True)
class Matter:
    category: str
    words: str
    fact: str  # what an inspection finds, by the code of the rules
    finding: str
    damage: bool = False


MATTERS = (
    Matter("water", "{place}有企业夜间向沟渠排黑水，有刺激气味。", "ILLEGAL_DISCHARGE", "发现暗管，封堵并责令停止排污", damage=True),
    Matter("water", "{place}河水发白起泡沫，已有三天。", "EXCEEDED_STANDARD", "出水超标，责令限期改正"),
    Matter("air", "{place}每天傍晚有烧塑料的气味，孩子咳嗽。", "FACILITIES_NOT_USED", "处理设施未开启，责令立即开启"),
    Matter("air", "{place}饭店油烟直排，正对居民窗户。", "ODOUR_NUISANCE", "加装净化设施，排口改道"),
    Matter("noise", "{place}工地凌晨两点还在施工，无法休息。", "NOISE_NUISANCE", "约谈施工方，夜间停工"),
    Matter("air", "{place}渣土车不盖篷布，尘土飞扬。", "DUST_UNCONTROLLED", "责令覆盖、洒水，清洗路面"),
    Matter("solid-waste", "{place}空地堆放不明桶装废物。", "HAZARDOUS_WASTE", "查封现场，交有资质单位处置", damage=True),
    Matter("water", "{place}下水道堵塞，污水反流。", "", "疏通管网，污水不再反流"),
)


@dataclass(frozen=True)
class Firm:
    name: str
    key: str
    region: str


FIRMS = tuple(
    Firm(f"样板{trade}{number + 1}厂", "uscc:" + unified_social_credit_code(region, f"{990000 + number:06d}"), region)
    for number, (trade, region) in enumerate(
        (trade, region) for region in REGIONS for trade in ("化工", "印染", "电镀", "建材")))
FIRM_KEYS = {firm.key for firm in FIRMS}


def person(chance):
    name = chance.choice(FAMILY_NAMES) + chance.choice(GIVEN_NAMES)
    return {"name": name, "email": f"resident-{chance.randrange(10 ** 6):06d}@example.com"}
