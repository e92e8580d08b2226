/* Prints what libical understands of each feed in a folder, what it could not parse, and which restrictions of RFC 5546 it misses. */

#include <dirent.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_string(const char *text)
{
    putchar('"');
    for (const unsigned char *at = (const unsigned char *) (text ? text : ""); *at; at++) {
        if (*at == '"' || *at == '\\' || *at < 0x20)
            printf("\\u%04x", *at);
        else
            putchar(*at);
    }
    putchar('"');
}

static void print_time(icalcomponent *event, icalproperty_kind kind, icalproperty_kind otherwise)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    if (!property)
        property = icalcomponent_get_first_property(event, otherwise);
    struct icaltimetype local = icalproperty_get_datetime_with_component(property, event);
    if (local.is_date) {
        printf("\"%04d-%02d-%02d\"", local.year, local.month, local.day);
        return;
    }
    struct icaltimetype utc = icaltime_convert_to_zone(local, icaltimezone_get_utc_timezone());
    printf("\"%04d-%02d-%02dT%02d:%02d:%02dZ\"", utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second);
}

static void print_entry(icalcomponent *event)
{
    printf("{\"uid\":");
    print_string(icalcomponent_get_uid(event));
    printf(",\"start\":");
    print_time(event, ICAL_DTSTART_PROPERTY, ICAL_DTSTART_PROPERTY);
    printf(",\"end\":");
    print_time(event, ICAL_DTEND_PROPERTY, ICAL_DTSTART_PROPERTY);
    printf(",\"status\":");
    print_string(icalproperty_status_to_string(icalcomponent_get_status(event)));
    printf(",\"sequence\":%d,\"summary\":", icalcomponent_get_sequence(event));
    print_string(icalcomponent_get_summary(event));
    printf(",\"description\":");
    print_string(icalcomponent_get_description(event));
    printf("}");
}

/* Both what could not be parsed and what the restrictions miss is left in the tree as X-LIC-ERROR. */
static int print_errors(icalcomponent *component, int printed)
{
    icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; error; error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        printf(printed++ ? "," : "");
        print_string(icalproperty_get_xlicerror(error));
    }
    icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    for (; part; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        printed = print_errors(part, printed);
    return printed;
}

static void print_reading(const char *feed, icalcomponent *calendar)
{
    printf("{\"feed\":");
    print_string(feed);
    printf(",\"entries\":[");
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (int first = 1; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT), first = 0) {
        printf(first ? "" : ",");
        print_entry(event);
    }
    printf("],\"errors\":[");
    int is_valid = icalrestriction_check(calendar);
    int printed = print_errors(calendar, 0);
    if (!is_valid && !printed)
        printf("\"icalrestriction_check failed\"");
    printf("],\"warnings\":[]}\n");
}

static char *contents(const char *folder, const char *feed)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, feed);
    FILE *file = fopen(path, "rb");
    if (!file)
        exit(1);
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(size + 1, 1);
    if (!text || fread(text, 1, size, file) != (size_t) size)
        exit(1);
    fclose(file);
    return text;
}

int main(int count, char **arguments)
{
    DIR *folder = count > 1 ? opendir(arguments[1]) : NULL;
    if (!folder)
        return 2;
    /* Zones as the feeds state them, not as this machine knows them. */
    icaltimezone_set_builtin_tzdata(0);
    for (struct dirent *feed; (feed = readdir(folder));) {
        if (feed->d_name[0] == '.')
            continue;
        char *text = contents(arguments[1], feed->d_name);
        icalcomponent *calendar = icalparser_parse_string(text);
        if (calendar)
            print_reading(feed->d_name, calendar);
        else
            printf("{\"feed\":\"%s\",\"entries\":[],\"errors\":[\"not a calendar\"],\"warnings\":[]}\n", feed->d_name);
        if (calendar)
            icalcomponent_free(calendar);
        free(text);
    }
    closedir(folder);
    return 0;
}
