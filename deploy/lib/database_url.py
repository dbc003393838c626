"""Takes the PostgreSQL URL in the environment variable URL apart for the scripts.

database_url.py environment   prints `export PG…` lines for libpq, so that no password stands on a command line
database_url.py name          prints the database that the services live in: the URL's own, or `ecoredress` where the
                              URL names only the server's maintenance database
database_url.py as [USER]     prints a URL of that database, for USER with the password in the variable PASSWORD, or
                              for the URL's own user
"""

import os
import shlex
import sys
from urllib.parse import parse_qsl, quote, unquote, urlsplit, urlunsplit

MAINTENANCE = {"", "postgres", "template1"}
VARIABLE = {
    "host": "PGHOST", "port": "PGPORT", "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY", "connect_timeout": "PGCONNECT_TIMEOUT", "options": "PGOPTIONS",
    "application_name": "PGAPPNAME", "target_session_attrs": "PGTARGETSESSIONATTRS",
}


def named_database(url):
    return unquote(url.path.lstrip("/"))


def services_database(url):
    name = named_database(url)
    return "ecoredress" if name in MAINTENANCE else name


def environment(url):
    values = {
        "PGHOST": url.hostname, "PGPORT": url.port, "PGUSER": unquote(url.username or ""),
        "PGPASSWORD": unquote(url.password or ""), "PGDATABASE": named_database(url) or "postgres",
    }
    for key, value in parse_qsl(url.query):
        if key not in VARIABLE:
            sys.exit(f"DATABASE_URL: the parameter {key} is not understood here")
        values[VARIABLE[key]] = value
    return [f"export {name}={shlex.quote(str(value))}" for name, value in values.items() if value]


def url_as(url, user):
    before, _, server = url.netloc.rpartition("@")
    if user:
        before = f"{quote(user, safe='')}:{quote(os.environ['PASSWORD'], safe='')}"
    netloc = f"{before}@{server}" if before else server
    return urlunsplit(("postgresql", netloc, "/" + quote(services_database(url), safe=""), url.query, ""))


def main(arguments):
    url = urlsplit(os.environ.get("URL", ""))
    if url.scheme not in ("postgresql", "postgres"):
        sys.exit("DATABASE_URL must look like postgresql://user:password@host:port/database")
    match arguments:
        case ["environment"]:
            print(*environment(url), sep="\n")
        case ["name"]:
            print(services_database(url))
        case ["as", *user] if len(user) < 2:
            print(url_as(url, *user or [None]))
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
