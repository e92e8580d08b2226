# Prints what ruby icalendar understands of each feed in a folder.
require "icalendar"
require "json"
require "stringio"
require "time"

# It takes an escaped backslash and an "n" for a backslash and a line break: such backslashes are kept out of its sight.
HIDDEN = "\uE000"

# Before 2.10 it fails where an observance of a zone begins after the time asked for (icalendar/icalendar#289),
# and in all versions an observance holds from after its first second only.
class Icalendar::Timezone
  def standard_for(local) = latest(standards, local)
  def daylight_for(local) = latest(daylights, local)

  def latest(observances, local)
    observances.map { |each| [each.previous_occurrence(local.to_time + 1), each] }.select(&:first).max_by(&:first)
  end
end

def text(value)
  value.to_s.gsub(HIDDEN) { "\\" }
end

def instant(value)
  value.to_time.utc.iso8601
end

def entry(event)
  {
    uid: event.uid, start: instant(event.dtstart), end: instant(event.dtend || event.dtstart), status: event.status,
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
