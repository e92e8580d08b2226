"""Prints what python icalendar understands of each feed in a folder."""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar


# It takes an escaped backslash and what follows for another escape: such backslashes are kept out of its sight.
HIDDEN = "\ue000"


def text(value):
    return str(value).replace(HIDDEN, "\\")


def moment(value):
    if not isinstance(value.dt, datetime):
        return value.dt.isoformat()
    return value.dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def entry(event):
    return {
        "uid": str(event["UID"]),
        "start": moment(event["DTSTART"]),
        "end": moment(event.get("DTEND", event["DTSTART"])),
        "status": str(event["STATUS"]),
        "sequence": int(event["SEQUENCE"]),
        "summary": text(event["SUMMARY"]),
        "description": text(event["DESCRIPTION"]),
    }


def read(path):
    calendar = Calendar.from_ical(path.read_bytes().replace(rb"\\", HIDDEN.encode()))
    # It keeps what it cannot read and says so only here.
    broken = [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]
    return {"entries": [entry(event) for event in calendar.walk("VEVENT")], "errors": broken, "warnings": []}


for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        reading = read(path)
    except Exception as error:
        reading = {"entries": [], "errors": [repr(error)], "warnings": []}
    print(json.dumps({"feed": path.name, **reading}))
