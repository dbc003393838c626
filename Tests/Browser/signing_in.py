"""Signing in and out, as everybody who has a login."""


def run(browser, stack, checks):
    for role in stack.roles:
        with browser.visitor() as visitor:
            visitor.sign_in(role)
            checks.that(visitor.is_signed_in, f"{role} is not signed in")
            cookies = [cookie for cookie in visitor.page.context.cookies() if cookie["name"] == "ecoredress_session"]
            checks.that(
                len(cookies) == 1 and cookies[0]["httpOnly"] and cookies[0]["sameSite"] == "Lax",
                f"the cookie of {role} can be read by scripts or is sent by other sites: {cookies}")
            # The services share the address, and with it the session.
            for service in stack.urls:
                visitor.open(service, "/pages/sign-in")
                checks.that(visitor.is_signed_in, f"{role} is not signed in at {service}")
            visitor.page.click('form[action="/pages/sign-out"] button')
            visitor.page.wait_for_load_state("load")
            checks.that(not visitor.is_signed_in, f"{role} is still signed in after signing out")

    with browser.visitor(language="en") as visitor:
        answer = visitor.open("petitions", "/pages/petitions")
        checks.that(
            answer.ok and "/pages/sign-in" in visitor.page.url, f"who is not signed in is at {visitor.page.url}")
        visitor.sign_in("clerk", password="wrong")
        checks.that(not visitor.is_signed_in, "a wrong password opens the pages")
        checks.that(visitor.page.locator("[role=alert]").count() == 1, "a wrong password is not told")
        checks.that(visitor.page.locator("#name").get_attribute("aria-invalid") == "true", "the wrong field is not marked")
        checks.none(visitor.audit(), "a refused sign-in")
        visitor.shot("sign-in-refused")
        for elsewhere in ("https://elsewhere.example/", "//elsewhere.example/", "/pages/../..//elsewhere.example"):
            visitor.sign_in("clerk", next_page=elsewhere)
            checks.that(visitor.page.url.startswith(stack.urls["petitions"] + "/pages"), f"{elsewhere} leads to {visitor.page.url}")
        visitor.open("petitions", "/pages/sign-in")
        answer = visitor.page.request.post(stack.urls["petitions"] + "/pages/sign-out", form={"_seal": "0" * 64})
        checks.that(answer.status == 403, f"a form without its seal is answered {answer.status}")

    with browser.visitor() as visitor:
        visitor.open("petitions", "/pages/sign-in")
        visitor.page.fill("#token", stack.tokens["leader"])
        visitor.page.click("form:has(#token) button")
        visitor.page.wait_for_load_state("load")
        checks.that(visitor.is_signed_in, "a token does not open the pages")
