"""Signing in with a provider of OpenID Connect, as it should be and with everything that can go wrong."""

from provider import Provider

# What the provider does wrong, and what the page is then answered with.
FAULTS = {"denied": 403, "state": 400, "nonce": 400, "opaque": 403, "roles": 403}


def run(browser, stack, checks):
    if not stack.issuer:
        print("      this stack was started without OIDC_ISSUER; nothing is tried")
        return
    with Provider(stack) as provider:
        with browser.visitor() as visitor:
            visitor.open("petitions", "/pages/sign-in?next=/pages/status")
            visitor.page.click('main a[href^="/pages/sign-in/provider"]')
            _agree(visitor)
            checks.that(visitor.is_signed_in, "nobody is signed in")
            checks.that(visitor.page.url == stack.urls["petitions"] + "/pages/status", f"one is led to {visitor.page.url}")
            checks.that("anna.leader" in visitor.text("header"), "the page does not say who is signed in")
            names = {cookie["name"] for cookie in visitor.page.context.cookies()}
            checks.that("ecoredress_sign_in" not in names, "what the sign-in was begun with is still in the browser")
        first = provider.seen[0]
        checks.that("code_verifier" not in first and "client_secret" not in first, "the browser carries what is secret")
        with browser.visitor() as visitor:
            visitor.open("petitions", "/pages/sign-in/provider")
            checks.that(
                all(provider.seen[-1][name] != first[name] for name in ("state", "nonce", "code_challenge")),
                "two sign-ins share their secrets")
        for fault, status in FAULTS.items():
            provider.fault = fault
            for language in ("zh-CN", "en"):
                _refused(browser, fault, status, language, checks)
        provider.fault = None
        with browser.visitor() as visitor:
            answer = visitor.open("petitions", "/pages/sign-in/return?code=stolen&state=guessed")
            checks.that(answer.status == 400, f"an answer to no sign-in is answered {answer.status}")
            checks.that(not visitor.is_signed_in, "an answer to no sign-in signs in")
    log = (stack.state / "log/petitions-1.log").read_text("utf-8", "replace")
    secrets = [value for asked in provider.seen for value in (asked["nonce"], asked["state"])]
    checks.that("tried-in-a-browser" not in log and not any(value in log for value in secrets), "the log holds a secret")


def _agree(visitor):
    visitor.page.fill('[name="name"]', "anna.leader")
    with visitor.page.expect_response(lambda answer: "/pages/sign-in/return" in answer.url) as answer:
        visitor.page.click("button")
    visitor.page.wait_for_load_state("load")
    return answer.value


def _refused(browser, fault, status, language, checks):
    with browser.visitor(language=language) as visitor:
        visitor.open("petitions", "/pages/sign-in/provider?next=/pages/status")
        answer = _agree(visitor)
        checks.that(answer.status == status, f"{fault} is answered {answer.status}")
        checks.that(not visitor.is_signed_in, f"{fault} signs in")
        checks.that(visitor.page.locator("main [role=alert] p").count() >= 1, f"{fault}: nothing says what to do")
        checks.that(visitor.page.get_attribute("html", "lang") == language, f"{fault} is not told in {language}")
        checks.none(visitor.audit(), f"sign-in: {fault}")
        visitor.shot(f"provider-{fault}-{language}")
