import { readByTheClock } from "./clock.ts";
import { offerCopies } from "./copy.ts";

/** How often the page looks at the clock, in milliseconds. */
const LOOKS = 15_000;

const look = (): void => readByTheClock(document, Date.now());

offerCopies(document);
look();
setInterval(look, LOOKS);
