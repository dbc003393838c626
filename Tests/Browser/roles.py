"""What each role finds in the bar and on a case, and what it does not: the API's own document says what is right."""

STEP = "/v1/petitions/{id}/"


def run(browser, stack, checks):
    cases = stack.ask("leader", "petitions", "/v1/petitions?limit=1")["petitions"]
    case = cases[0]["petitionId"] if cases else None
    for role in stack.roles:
        with browser.visitor(role) as visitor:
            for service in stack.urls:
                _bar(visitor, service, role, checks)
            reads = role in stack.roles_of("petitions", "get", "/v1/petitions")
            answer = visitor.open("petitions", "/pages/petitions")
            checks.that(
                answer.status == (200 if reads else 403), f"{role} is answered {answer.status} by the list of petitions")
            if case:
                _case(visitor, stack, role, case, checks)
            visitor.shot(f"role-{role}")
    if case:
        _elsewhere(browser, stack, case, checks)


def _bar(visitor, service, role, checks):
    """Nothing in the bar refuses whoever finds it there."""
    visitor.open(service, "/pages/sign-in")
    links = visitor.page.eval_on_selector_all("nav.bar a", "links => links.map(link => link.getAttribute('href'))")
    for link in links:
        answer = visitor.open(service, link)
        checks.that(answer.status == 200, f"{service}: the bar leads {role} to {link}, which is answered {answer.status}")


def _case(visitor, stack, role, case, checks):
    answer = visitor.open("petitions", f"/pages/petitions/{case}")
    reads = role in stack.roles_of("petitions", "get", "/v1/petitions/{id}")
    if not checks.that(answer.ok == reads or role == "agency", f"{role} is answered {answer.status} by a case"):
        return
    before = f"/pages/petitions/{case}/"
    shown = set(visitor.page.eval_on_selector_all(
        f'a[href^="{before}"]', "links => links.map(link => new URL(link.href).pathname)"))
    for path, methods in stack.contract("petitions")["paths"].items():
        name = path.removeprefix(STEP)
        if not path.startswith(STEP) or "post" not in methods or "/" in name:
            continue
        allowed = role in stack.roles_of("petitions", "post", path)
        checks.that(allowed or before + name not in shown, f"{role} is shown {name}, which the API refuses")
        if name in ("accept", "publish", "archive") and not allowed:
            answer = visitor.open("petitions", before + name)
            checks.that(answer.status == 403, f"{role} opens the form of {name} and is answered {answer.status}")


def _elsewhere(browser, stack, case, checks):
    """A leader of another city sees neither the case nor that there is one."""
    with browser.visitor() as visitor:
        visitor.bring(stack.token("leader", "320100"))
        answer = visitor.open("petitions", f"/pages/petitions/{case}")
        checks.that(answer.status in (403, 404), f"a case of another city is answered {answer.status}")
        visitor.open("petitions", "/pages/petitions")
        checks.that(case not in visitor.page.content(), "the list shows a case of another city")
