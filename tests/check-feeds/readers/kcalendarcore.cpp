// Prints what KCalendarCore, which KOrganizer and Merkuro read with, understands of each feed in a folder.

#include <KCalendarCore/Event>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>

using namespace KCalendarCore;

static QString formatTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

static QString formatDay(const QDate &day)
{
    return day.toString(QStringLiteral("yyyy-MM-dd"));
}

static QString formatStatus(Incidence::Status status)
{
    switch (status) {
    case Incidence::StatusTentative:
        return QStringLiteral("TENTATIVE");
    case Incidence::StatusConfirmed:
        return QStringLiteral("CONFIRMED");
    case Incidence::StatusCanceled:
        return QStringLiteral("CANCELLED");
    default:
        return QStringLiteral("none of an event's");
    }
}

static QJsonObject describe(const Event::Ptr &event)
{
    const bool isDay = event->allDay();
    // The last day is its own word for the end of days.
    const QString end = isDay ? formatDay(event->dateEnd().addDays(1)) : formatTime(event->dtEnd());
    return {{QStringLiteral("uid"), event->uid()},
            {QStringLiteral("start"), isDay ? formatDay(event->dtStart().date()) : formatTime(event->dtStart())},
            {QStringLiteral("end"), end},
            {QStringLiteral("status"), formatStatus(event->status())},
            {QStringLiteral("sequence"), event->revision()},
            {QStringLiteral("summary"), event->summary()},
            {QStringLiteral("description"), event->description()}};
}

static QJsonObject readFeed(const QString &path, const QString &feed)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        exit(1);
    const MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    ICalFormat format;
    QJsonArray entries;
    QJsonArray errors;
    if (!format.fromRawString(calendar, file.readAll()))
        errors.append(QStringLiteral("it can't be read"));
    for (const Event::Ptr &event : calendar->rawEvents())
        entries.append(describe(event));
    return {{QStringLiteral("feed"), feed},
            {QStringLiteral("entries"), entries},
            {QStringLiteral("errors"), errors},
            {QStringLiteral("warnings"), QJsonArray()}};
}

int main(int count, char **arguments)
{
    if (count != 2)
        return 2;
    const QDir folder(QString::fromLocal8Bit(arguments[1]));
    QTextStream out(stdout);
    for (const QString &feed : folder.entryList({QStringLiteral("*.ics")}, QDir::Files))
        out << QJsonDocument(readFeed(folder.filePath(feed), feed)).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}
