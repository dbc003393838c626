"""Tries the pages in a real browser: see deploy/test-pages.

Prints what did not hold and how many checks were made; exit code 0 only when all held.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Error

sys.dont_write_bytecode = True

import closer  # noqa: E402
import crawl  # noqa: E402
import provider_sign_in  # noqa: E402
import roles  # noqa: E402
import signing_in  # noqa: E402
import worked_case  # noqa: E402
from checks import Checks  # noqa: E402
from stack import Stack  # noqa: E402
from visitor import Browser  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shots", type=Path, required=True, help="the folder for the pictures")
    parser.add_argument("--only", action="append", help="a chapter, by its name; may be given again")
    options = parser.parse_args()
    stack, checks, pages = Stack(), Checks(), []
    with Browser(stack, options.shots) as browser:
        chapters = {
            "sign-in": lambda: signing_in.run(browser, stack, checks),
            "provider": lambda: provider_sign_in.run(browser, stack, checks),
            "case": lambda: worked_case.run(browser, stack, checks),
            "roles": lambda: roles.run(browser, stack, checks),
            "links": lambda: pages.extend(crawl.run(browser, stack, checks)),
            "languages": lambda: closer.languages(browser, pages, checks),
            "chinese": lambda: closer.chinese(browser, pages, checks),
            "narrow": lambda: closer.narrow(browser, pages, checks),
            "dark": lambda: closer.dark(browser, pages, checks),
            "no-scripts": lambda: closer.scriptless(browser, pages, checks),
            "keyboard": lambda: closer.keyboard(browser, pages, checks),
        }
        if unknown := set(options.only or ()) - set(chapters):
            parser.error(f"there is no chapter {', '.join(sorted(unknown))}: {', '.join(chapters)}")
        for name, chapter in chapters.items():
            if options.only and name not in options.only:
                continue
            checks.begin(name)
            try:
                chapter()
            except (Error, OSError, LookupError) as trouble:
                checks.that(False, f"ended early: {trouble}")
            checks.end()
    print(f"\n{checks.count} checks, {len(checks.faults)} faults; pictures in {options.shots}")
    return 0 if checks.count and not checks.faults else 1


sys.exit(main())
