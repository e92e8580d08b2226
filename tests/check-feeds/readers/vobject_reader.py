"""Prints what python vobject understands of each feed in a folder, and what its validation says."""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

import vobject


def moment(value):
    if not isinstance(value, datetime):
        return value.isoformat()
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def entry(event):
    return {
        "uid": event.uid.value,
        "start": moment(event.dtstart.value),
        "end": moment(getattr(event, "dtend", event.dtstart).value),
        "status": event.status.value,
        "sequence": int(event.sequence.value),
        "summary": event.summary.value,
        "description": event.description.value,
    }


def forget_zones():
    """It keeps the first VTIMEZONE that it meets of each name, for all later calendars."""
    vobject.icalendar.__dict__["__tzidMap"].clear()
    vobject.icalendar.registerTzid("UTC", timezone.utc)


def read(path):
    forget_zones()
    calendars = list(vobject.readComponents(path.read_bytes().decode()))
    for calendar in calendars:
        calendar.validate(raiseException=True)
    entries = [entry(event) for calendar in calendars for event in calendar.contents.get("vevent", [])]
    return {"entries": entries, "errors": [], "warnings": []}


for path in sorted(Path(sys.argv[1]).iterdir()):
    try:
        reading = read(path)
    except Exception as error:
        reading = {"entries": [], "errors": [repr(error)], "warnings": []}
    print(json.dumps({"feed": path.name, **reading}))
