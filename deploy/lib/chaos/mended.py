"""The local broker as it should speak of aborted transactions (see `fetch.py`), for a test whose client stands on that.

python -m chaos.mended PORT: says the port of a proxy before the broker's, and serves until its input ends."""

import sys

from .proxy import Proxies

proxies = Proxies()
print(proxies.link("client", int(sys.argv[1]), "kafka").port, flush=True)
sys.stdin.read()
proxies.stop()
