"""One complaint from the call to the archive, by clicking: everybody does their own part, with the forms of the pages."""

import secrets
import time

# Who does it, the step, what is filled in, and where the case stands afterwards.
STEPS = (
    ("clerk", "accept", {"procedure": "enforcement"}, "accepted"),
    ("clerk", "assign", {"lead": "九江市庐山生态环境局"}, "assigned"),
    ("handler", "investigate", {"onSite": "true"}, "assigned"),
    ("handler", "handle", {"outcome": "resolved", "measures": "现场查明：管网堵塞\n组织疏通，污水不再反流"}, "handled"),
    ("handler", "conclude", {"verdict": "support"}, "concluded"),
    ("supervisor", "re-check", {"passed": "true", "onSite": "true", "unit": "九江市生态环境局"}, "rechecked"),
    ("leader", "publish", {"published": "true", "summary": "管网堵塞已疏通，居民恢复正常生活。"}, "published"),
    ("clerk", "call-back", {"reached": "true", "satisfied": "true"}, "published"),
    ("clerk", "archive", {"fileNumber": "页-{number}"}, "archived"),
)


def run(browser, stack, checks):
    number = secrets.token_hex(4)
    case = stack.ask("hotline", "petitions", "/v1/petitions", {
        "externalId": f"PT-{number}", "channel": "HOTLINE_12345", "region": "360483", "category": "water",
        "content": "小区下水道堵塞，污水反流，气味刺鼻。", "location": "庐山市某小区",
        "reporter": {"name": "页女士", "email": "pages@example.com"}})["petitionId"]
    page = f"/pages/petitions/{case}"
    with browser.visitor() as visitor:
        visitor.sign_in("handler", next_page=f"{page}/investigate")
        checks.that(visitor.page.url.endswith("/investigate"), f"after signing in one is at {visitor.page.url}")

    for role, step, values, status in STEPS:
        _contacts(browser, stack, case)
        with browser.visitor(role) as visitor:
            visitor.open("petitions", page)
            link = visitor.page.locator(f'main a[href="{page}/{step}"]')
            if checks.that(link.count() >= 1, f"{role} finds no way to {step} on the page of the case"):
                link.first.click()
            else:
                visitor.open("petitions", f"{page}/{step}")
            visitor.page.wait_for_load_state("load")
            checks.none(visitor.audit(), f"the form of {step}")
            if step == "investigate":
                _wrong_field(visitor, checks)
                visitor.open("petitions", f"{page}/{step}")
            for name, value in values.items():
                field = visitor.page.locator(f'[name="{name}"]')
                if field.evaluate("field => field.tagName") == "SELECT":
                    field.select_option(value)
                else:
                    field.fill(value.replace("{number}", number))
            visitor.shot(f"case-{step}")
            visitor.page.click("main form button:not(.quiet)")
            visitor.page.wait_for_load_state("load")
            refusal = visitor.page.locator("main [role=alert]")
            told = refusal.first.inner_text() if refusal.count() else ""
            checks.that(not told, f"{step} is refused: {told}")
            now = stack.ask("leader", "petitions", f"/v1/petitions/{case}")["status"]
            if not checks.that(now == status, f"after {step} the case is {now} and not {status}"):
                return
    with browser.visitor("leader", language="en") as visitor:
        visitor.open("petitions", page)
        checks.that(visitor.page.locator("h1").count() == 1, "the archived case has no page")
        visitor.shot("case-archived")


def _contacts(browser, stack, case):
    """The petitioner is told of each stage; what a channel has not delivered yet, the next step need not wait for."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        file = stack.ask("leader", "petitions", f"/v1/petitions/{case}")["file"]
        if all("outcome" in contact for contact in file.get("contacts", [])):
            return
        time.sleep(0.2)


def _wrong_field(visitor, checks):
    """What a form gets wrong is told at its field, and what was typed is still there."""
    visitor.page.fill('[name="startedAt"]', "2020-01-01T08:00")
    visitor.page.click("main form button:not(.quiet)")
    visitor.page.wait_for_load_state("load")
    field = visitor.page.locator('[name="startedAt"]')
    checks.that(field.get_attribute("aria-invalid") == "true", "a wrong field is not marked")
    checks.that(field.input_value() == "2020-01-01T08:00", "what was typed is gone")
    checks.none(visitor.audit(), "a form with a wrong field")
    visitor.shot("case-wrong-field")
