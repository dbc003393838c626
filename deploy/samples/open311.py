#!/usr/bin/env python3
"""A 311 client: reports one matter by Open311 GeoReport v2, reads it back, and says what has become of it.

usage: open311.py ROOT API_KEY SERVICE_CODE DESCRIPTION [--address TEXT] [--format json|xml]

ROOT is the service's root with its path, as http://127.0.0.1:8081/open311/v2; API_KEY a token of the bureau (./deploy/token
--role hotline). Needs the packages georeport and requests; georeport reads, and knows nothing of this bureau. Prints one JSON
object; ends with 1 when the report is refused.
"""

import argparse
import json
import sys

import requests
from georeport import GeoReport


def main():
    parser = argparse.ArgumentParser(prog="open311.py")
    for name in ("root", "api_key", "service_code", "description"):
        parser.add_argument(name)
    parser.add_argument("--address", default="濂溪区某路")
    parser.add_argument("--format", choices=("json", "xml"), default="json")
    options = parser.parse_args()

    reader = GeoReport(options.root, output_format=options.format)
    services = reader.get_service_list()
    definition = reader.get_service_definition(options.service_code)
    posted = requests.post(f"{options.root}/requests.json", timeout=30, data={
        "api_key": options.api_key, "service_code": options.service_code, "description": options.description,
        "address_string": options.address})
    if posted.status_code != 200:
        sys.exit(f"refused: {posted.text}")
    number = posted.json()[0]["service_request_id"]
    one = reader.get_service_request(number)
    listed = reader.get_service_requests(service_code=options.service_code, status="open")
    # In XML a list of one is read as its one member.
    listed = listed if isinstance(listed, list) else [listed]
    print(json.dumps({
        "services": [service["service_code"] for service in services], "defined": definition["service_code"],
        "number": one["service_request_id"], "status": one["status"], "status_notes": one["status_notes"],
        "description": one["description"], "listed": number in [each["service_request_id"] for each in listed],
    }, ensure_ascii=False))


if __name__ == "__main__":
    main()
