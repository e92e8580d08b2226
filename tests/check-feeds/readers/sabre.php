<?php

// Prints what sabre/vobject understands of each feed in a folder, and what its validator says.

require "Sabre/VObject/autoload.php";

use Sabre\VObject\Reader;
use Sabre\VObject\Version;

function moment($property)
{
    // A day alone has eight digits.
    if (strlen((string) $property) === 8) {
        return $property->getDateTime()->format("Y-m-d");
    }
    return $property->getDateTime()->setTimezone(new DateTimeZone("UTC"))->format("Y-m-d\TH:i:s\Z");
}

/** sabre/vobject 2 leaves commas and semicolons escaped. */
function text($property)
{
    return str_starts_with(Version::VERSION, "2.") ? preg_replace('/\\\\([,;])/', '$1', (string) $property) : (string) $property;
}

function entry($event)
{
    return [
        "uid" => (string) $event->UID,
        "start" => moment($event->DTSTART),
        "end" => moment($event->DTEND ?? $event->DTSTART),
        "status" => (string) $event->STATUS,
        "sequence" => (int) (string) $event->SEQUENCE,
        "summary" => text($event->SUMMARY),
        "description" => text($event->DESCRIPTION),
    ];
}

function read($text)
{
    $calendar = Reader::read($text);
    $entries = [];
    foreach ($calendar->select("VEVENT") as $event) {
        $entries[] = entry($event);
    }
    $said = ["errors" => [], "warnings" => []];
    foreach ($calendar->validate() as $finding) {
        $said[$finding["level"] < 3 ? "warnings" : "errors"][] = $finding["message"];
    }
    return ["entries" => $entries, ...$said];
}

foreach (array_diff(scandir($argv[1]), [".", ".."]) as $feed) {
    try {
        $reading = read(file_get_contents("$argv[1]/$feed"));
    } catch (Throwable $error) {
        $reading = ["entries" => [], "errors" => [$error->getMessage()], "warnings" => []];
    }
    echo json_encode(["feed" => $feed, ...$reading], JSON_THROW_ON_ERROR), "\n";
}
