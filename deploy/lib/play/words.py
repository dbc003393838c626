"""What each event says, in the words of the people who work with it."""

from datetime import datetime, timedelta, timezone

BEIJING = timezone(timedelta(hours=8))
COLOURS = {"green": "绿色", "yellow": "黄色", "red": "红色", "unrated": "未评级"}
OUTCOMES = {"resolved": "当场解决", "measures-ordered": "责令整改", "explained": "解释说明", "unfounded": "查无实据"}
VERDICTS = {"support": "支持诉求", "explain": "解释说明", "not-support": "不予支持"}
RECEIPTS = {"registered": "登记", "duplicate": "重复，仍是同一件", "supplement": "补充材料", "rejected": "退回", "delayed": "暂缓"}
CONTACTS = {1: "收到", 2: "受理", 3: "办结"}
REACHED = {
    "delivered": "已送达", "reached": "已联系上", "not-reached": "未联系上", "declined": "不愿联系", "no-contact-data": "无联系方式"}
CHANNELS = {
    "sms": "短信", "phone": "电话", "email": "邮件", "letter": "信函", "wechat": "微信", "in-person": "当面", "voice": "语音外呼",
    "inbox": "站内信", "webhook": "网络回调"}
CATEGORIES = {
    "air": "大气", "noise": "噪声", "water": "水", "solid-waste": "固废", "ecology": "生态", "radiation": "辐射", "other": "其他"}


def due(data):
    """The first due date; a period ends when its last day does, which is the instant before the next begins."""
    dates = data.get("dueDates") or []
    if not dates or "due" not in dates[0]:
        return ""
    last = datetime.fromisoformat(dates[0]["due"]) - timedelta(seconds=1)
    return f"，期限 {last.astimezone(BEIJING):%Y-%m-%d}"


def last_day(date):
    """The last day that is in time."""
    return f"{(datetime.fromisoformat(date['due']) - timedelta(seconds=1)).astimezone(BEIJING):%Y-%m-%d}"


def told(event):
    """One event in a line of Chinese."""
    say = SAYINGS.get(event.name)
    return say(event.data) if say else ""


def points(data):
    number = data["points"]
    return f"{number:+g} 分" if isinstance(number, (int, float)) else f"{number} 分"


def _handled(d):
    measures = "；".join(d.get("measures") or [])
    return f"{d['unit']} 处置：{OUTCOMES.get(d['outcome'], d['outcome'])}" + (f"，{measures}" if measures else "")


def _assigned(d):
    assisting = "、".join(d.get("assisting") or [])
    return f"交办：{d['lead']} 牵头" + (f"，{assisting} 协办" if assisting else "")


def _verified(d):
    damage = "，涉嫌生态环境损害" if d["damageSuspected"] else ""
    return f"查实：{'、'.join(d['factCodes'])}，{d.get('subjectKey', '对象不明')}{damage}"


def _contacted(d):
    channel = f"（{CHANNELS.get(d['channel'], d['channel'])}）" if "channel" in d else ""
    return f"第{d['contact']}次沟通（{CONTACTS[d['contact']]}）{REACHED[d['outcome']]}{channel}"


def _called(d):
    if not d["reached"]:
        return "回访：未联系上"
    return "回访：" + {True: "满意", False: "不满意", None: "未表态"}[d.get("satisfied")]


def _receipt(d):
    what = f"回执：{RECEIPTS[d['status']]}"
    if violation := d.get("violation"):
        return f"{what}（{violation['code']}，{violation['field']}：{violation['message']}）"
    return f"{what}，信访编号 {d.get('petitionNumber', '—')}{due(d)}"


SAYINGS = {
    "receipt.issued": _receipt,
    "petition.received": lambda d: f"受理接收：{CATEGORIES[d['category']]}污染，{d['channel']}{due(d)}",
    "petition.accepted": lambda d: f"受理，承办 {d['unit']}{due(d)}",
    "petition.refused": lambda d: f"不予受理：{d['reason']}",
    "petition.transferred": lambda d: f"转办 {d['to']}" + ("，督办" if d["supervised"] else ""),
    "petition.assigned": _assigned,
    "petition.handled": _handled,
    "petition.verified": _verified,
    "petition.concluded": lambda d: f"办结答复：{VERDICTS[d['verdict']]}" + ("" if d["onTime"] else "，已逾期"),
    "petition.rechecked": lambda d: ("现场" if d["onSite"] else "书面") + "复查" + ("通过" if d["passed"] else "未通过"),
    "petition.published": lambda d: f"公示公开：{d['summary']}" if d["published"] else f"不公开：{d.get('reason')}",
    "petition.called-back": _called,
    "petition.contacted": _contacted,
    "petition.archived": lambda d: f"汇总归档：{d['fileNumber']}，{d['contacts']} 次沟通",
    "petition.supplemented": lambda d: f"补充材料 {d['supplement']}",
    "petition.warned": lambda d: f"预警，期限 {last_day(d['upcoming'])}",
    "petition.overdue": lambda d: f"逾期，期限 {last_day(d['missed'])}",
    "petition.escalated": lambda d: "逾期未办，报" + {"supervisor": "督查", "leader": "分管领导"}[d["target"]],
    "petition.supervised": lambda d: {"ordinary": "督办", "listed": "挂牌督办"}[d["level"]] + f" {d['unit']}",
    "petition.supervision-lifted": lambda d: {"ordinary": "督办", "listed": "挂牌督办"}[d["level"]] + "销号",
    "petition.taken-over": lambda d: f"{d['unit']} 签收{due(d)}",
    "petition.objected": lambda d: f"{d['unit']} 提出退办异议",
    "petition.objection-decided": lambda d: "异议成立，退回" if d["upheld"] else "异议不成立",
    "petition.investigated": lambda d: f"{d['unit']} 查件" + ("，已到现场" if d["onSite"] else ""),
    "petition.crime-referred": lambda d: f"移送 {d['authority']}（{d['article']}）",
    "petition.police-answered": lambda d: f"{d['authority']}" + ("立案" if d["filed"] else "不予立案"),
    "petition.heard": lambda d: "听证",
    "petition.settled": lambda d: {"mediation": "调解", "settlement": "和解"}[d["mode"]] + f"：{d['documentNumber']}",
    "petition.extended": lambda d: f"延期至 {last_day(d['extended'])}",
    "petition.paused": lambda d: "期限暂停计算",
    "petition.resumed": lambda d: f"期限恢复计算{due(d)}",
    "petition.rescheduled": lambda d: f"期限重算{due(d)}",
    "petition.reopened": lambda d: f"重新办理{due(d)}",
    "petition.review-requested": lambda d: {"review": "复查", "re-examination": "复核"}[d["level"]] + f"申请{due(d)}",
    "petition.review-decided": lambda d: {"review": "复查", "re-examination": "复核"}[d["level"]] + "："
    + {"upheld": "维持", "changed": "变更", "returned": "退回重办"}[d["verdict"]],
    "petition.notified": lambda d: f"另行告知（{d['notice']}）{REACHED[d['outcome']]}",
    "petitioner-message.requested": lambda d: f"请发第{d['contact']}次沟通（联系方式已密封）",
    "notification.delivered": lambda d: f"{CHANNELS.get(d['channel'], d['channel'])}送达，凭证 {d['proof'][:24]}",
    "notification.failed": lambda d: f"{CHANNELS.get(d['channel'], d['channel'])}未送达：{d['reason']}",
    "endpoint.disabled": lambda d: f"停用回调地址：{d['reason']}",
    "score.changed": lambda d: f"积分 {d['scoreBefore']:g} → {d['score']:g}（{points(d)}，{'、'.join(d['factCodes'])}）",
    "colour.changed": lambda d: f"三色 {COLOURS[d['colourBefore']]} → {COLOURS[d['colour']]}，{d['score']:g} 分",
    "compensation.clue-opened": lambda d: f"赔偿线索 {d['caseNumber']}{due(d).replace('期限', '核查期限')}",
    "compensation.filed": lambda d: f"赔偿立案 {d['caseNumber']}{due(d)}",
    "compensation.not-started": lambda d: f"不启动索赔：{d['reason']}",
    "compensation.closed": lambda d: f"赔偿案件终结：{d['outcome']}",
    "compensation.overdue": lambda d: "赔偿案件逾期",
}
