import { describe, expect, it } from "vitest";
import { DEPLOYMENTS } from "../bench/simulate/caches.ts";
import { delaysOf, serveCrowd } from "../bench/simulate/crowd.ts";
import { audiences, CLIENTS, drawInterval, rateOf, type Client } from "../bench/simulate/habits.ts";
import { pollsOf, serve, type Poll } from "../bench/simulate/pollers.ts";
import { report } from "../bench/simulate/report.ts";
import { cloudflareCost, machineCost } from "../bench/simulate/prices.ts";
import { median } from "../bench/statistics.ts";
import { seeded } from "../support/chance.ts";

const HALF_HOURLY: Client = {
  name: "Half-hourly",
  share: 1,
  intervals: { kind: "one of", settings: [1800] },
  isShared: false,
};
const DAY = 86_400;
const never = new Map<number, readonly number[]>();

const pollsAt = (...times: readonly number[]): readonly Poll[] => times.map((at) => ({ at, subscriber: 0, feed: 0 }));

describe("the caches that are simulated", () => {
  it("serve a copy for a minute behind Workers Cache", () => {
    const served = serve(pollsAt(0, 59.9, 60, 119, 121), DEPLOYMENTS["cloudflare-cached"], never, seeded(1));
    expect(served).toMatchObject({ polls: 5, invocations: 3, objectRequests: 3 });
  });

  it("serve a copy until the second after its own has passed behind nginx", () => {
    expect(serve(pollsAt(10.9, 11.9, 12, 12.1), DEPLOYMENTS["nginx-cached"], never, seeded(1)).invocations).toBe(2);
    expect(serve(pollsAt(10.1, 11.9, 12, 13.9), DEPLOYMENTS["nginx-cached"], never, seeded(1)).invocations).toBe(2);
  });

  it("ask an object once a second where nothing stands in front of the Worker", () => {
    expect(serve(pollsAt(0, 0.5, 0.9, 1.1), DEPLOYMENTS.machine, never, seeded(1))).toMatchObject({ invocations: 4, objectRequests: 2 });
  });

  it("tell a change at the first poll of a copy that was filled after it", () => {
    const changes = new Map([[0, [30]]]);
    const delays = (deployment: keyof typeof DEPLOYMENTS) =>
      serve(pollsAt(0, 40, 70), DEPLOYMENTS[deployment], changes, seeded(1)).delays.get(0);
    expect(delays("cloudflare-cached"), "the copy of second 0 was served at 40").toEqual([40]);
    expect(delays("nginx-cached")).toEqual([10]);
  });
});

describe("subscribers by the million", () => {
  it("poll as often as each of them would", () => {
    const random = seeded(3);
    for (const { name, intervals } of CLIENTS) {
      const rates = Array.from({ length: 50_000 }, () => 1 / drawInterval(intervals, random));
      const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
      expect(Math.abs(mean / rateOf(intervals) - 1), name).toBeLessThan(0.03);
    }
  });

  it("cost what the same subscribers cost when each is played", () => {
    const random = seeded(5);
    for (const deployment of Object.values(DEPLOYMENTS)) {
      const subscribers = Array.from({ length: 2000 }, () => ({ feed: 0, interval: drawInterval(HALF_HOURLY.intervals, random) }));
      const played = serve(pollsOf(subscribers, DAY, random), deployment, never, random);
      const month = serveCrowd([2000], [HALF_HOURLY], deployment, random);
      for (const what of ["polls", "invocations", "objectRequests"] as const)
        expect(Math.abs(month[what] / 30 / played[what] - 1), `${what}, ${deployment.name}`).toBeLessThan(0.05);
    }
  });

  it("wait as long as the same subscribers wait when each is played", () => {
    const random = seeded(6);
    const subscribers = Array.from({ length: 200 }, () => ({ feed: 0, interval: drawInterval(HALF_HOURLY.intervals, random) }));
    const changes = new Map([[0, Array.from({ length: 40 }, (_, at) => 3600 + at * 2111)]]);
    const deployment = DEPLOYMENTS["cloudflare-cached"];
    const played = [...serve(pollsOf(subscribers, 2 * DAY, random), deployment, changes, random).delays.values()].flat();
    const drawn = delaysOf(HALF_HOURLY, 200, [HALF_HOURLY], deployment, 8000, random);
    expect(Math.abs(median(drawn) / median(played) - 1)).toBeLessThan(0.05);
  });

  it("spread over feeds by rank, nobody left out", () => {
    expect(audiences(1100, 3)).toEqual([600, 300, 200]);
    expect(audiences(2, 5).every((size) => size >= 1)).toBe(true);
  });

  it("cost what the price lists say", () => {
    const month = { polls: 110e6, invocations: 40e6, objectRequests: 11e6, rate: 0 };
    expect(cloudflareCost(month)).toBeCloseTo(5 + 100 * 0.3 + 10 * 0.02 + 10 * 0.15);
    expect(cloudflareCost({ polls: 1, invocations: 1, objectRequests: 1, rate: 0 })).toBe(5);
    expect(machineCost({ polls: 2 ** 30, invocations: 0, objectRequests: 0, rate: 0 })).toBeCloseTo(24 + 4000 * 0.01);
  });

  it("give the same report for the same seed", () => {
    const text = report(seeded(1));
    expect(report(seeded(1))).toBe(text);
    expect(text).toContain("| 10.0 M | Cloudflare, Workers Cache |");
  });
});
