import { deliver, deliveryOf } from "../delivery.ts";
import { play, type Fault, type Scene } from "../scene.ts";
import { announcement } from "../senders.ts";
import type { Verdict } from "../witness.ts";

const AT_ONCE = 50;

const sendAnnouncement = async ({ machine, book }: Scene, body: string, meeting: string): Promise<void> => {
  const delivery = announcement(body, meeting);
  book.write(delivery, await deliver(machine.url, delivery));
};

/** Of many events that expect the same version of a meeting, one is applied. */
export const racing: Fault = {
  name: "racing with expectedVersion",
  run: (trial) =>
    play(trial, { name: "racing" }, async (scene) => {
      const { machine, book, witness } = scene;
      await sendAnnouncement(scene, "body-1", "race");
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 200 : 10;
      for (let run = 1; run <= runs; run += 1) {
        const told = await Promise.all(
          Array.from({ length: AT_ONCE }, async (_, sender) => {
            const data = { meeting: "race", slot: "3", venue: `Room ${run}, ${sender}`, expectedVersion: run };
            const delivery = deliveryOf(`msg_race_${run}_${sender}`, "body-1", "slot.relocated", data);
            const answer = await deliver(machine.url, delivery);
            book.write(delivery, answer);
            return answer.kind;
          }),
        );
        const winners = told.filter((kind) => kind === "acknowledged").length;
        const losers = told.filter((kind) => kind === "refused").length;
        verdicts.push({ lost: 0, halfApplied: winners === 1 && losers === AT_ONCE - 1 ? 0 : 1, differing: 0 });
      }
      verdicts.push(await witness.check());
      return { runs, verdicts };
    }),
};

/** One delivery that arrives many times at once is one event, and every time is given its answer. */
export const sameId: Fault = {
  name: `the same id ${AT_ONCE} times at once`,
  run: (trial) =>
    play(trial, { name: "same" }, async (scene) => {
      const { machine, book, witness } = scene;
      await sendAnnouncement(scene, "body-1", "same");
      const verdicts: Verdict[] = [];
      const runs = trial.isLong ? 200 : 10;
      for (let run = 1; run <= runs; run += 1) {
        const delivery = deliveryOf(`msg_same_${run}`, "body-1", "slot.relocated", { meeting: "same", slot: "3", venue: `Room ${run}` });
        const told = await Promise.all(Array.from({ length: AT_ONCE }, () => deliver(machine.url, delivery)));
        for (const answer of told) book.write(delivery, answer);
        const answers = new Set(told.map((answer) => JSON.stringify(answer)));
        verdicts.push({ lost: 0, halfApplied: answers.size === 1 && told[0]?.kind === "acknowledged" ? 0 : 1, differing: 0 });
      }
      verdicts.push(await witness.check());
      return { runs, verdicts };
    }),
};
