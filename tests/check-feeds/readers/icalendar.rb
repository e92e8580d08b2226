# Prints what ruby icalendar understands of each feed in a folder.
# It uses StringIO without asking for it.
require "stringio"
require "icalendar"
require "json"
require "time"

# It takes an escaped backslash and an "n" for a backslash and a line break: such backslashes are kept out of its sight.
HIDDEN = "\uE000"

def text(value)
  value.to_s.gsub(HIDDEN) { "\\" }
end

def moment(value)
  return value.strftime("%F") if value.is_a?(Icalendar::Values::Date)

  value.to_time.utc.iso8601
end

def entry(event)
  {
    uid: event.uid, start: moment(event.dtstart), end: moment(event.dtend || event.dtstart), status: event.status,
    sequence: event.sequence, summary: text(event.summary), description: text(event.description)
  }
end

Dir.children(ARGV[0]).sort.each do |feed|
  reading =
    begin
      # Strict: a property that no rule knows is refused, not kept as an X- one.
      hidden = File.read(File.join(ARGV[0], feed), encoding: "UTF-8").gsub("\\\\") { HIDDEN }
      calendars = Icalendar::Parser.new(hidden, true).parse
      { entries: calendars.flat_map(&:events).map { |event| entry(event) }, errors: [], warnings: [] }
    rescue StandardError => e
      { entries: [], errors: ["#{e.class}: #{e.message}"], warnings: [] }
    end
  puts JSON.generate({ feed: feed, **reading })
end
