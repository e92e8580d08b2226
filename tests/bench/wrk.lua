-- Sends requests that were signed beforehand, each once, and tells what happened as JSON.
-- args: a file of whole requests, separated by NUL; without it, the one that wrk was given.

local requests = {}
local sent = 0

function init(args)
  if args[1] == nil then return end
  local file = assert(io.open(args[1], "rb"))
  for request in file:read("*a"):gmatch("[^%z]+") do requests[#requests + 1] = request end
  file:close()
  request = function()
    sent = sent + 1
    -- Once they are used up, an address that is not found counts as an error.
    return requests[sent] or "GET /used-up/used-up HTTP/1.1\r\nHost: localhost\r\n\r\n"
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"failed":%d,"p50":%d,"p99":%d,"max":%d}\n',
    summary.requests, summary.duration, errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
