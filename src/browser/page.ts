import { readByTheClock } from "./relative-time.ts";
import { offerCopies } from "./copy.ts";
import { follow } from "./live-page.ts";

/** How often the page looks at the clock, in milliseconds. */
const LOOKS = 15_000;

const look = (page: Document): void => readByTheClock(page, Date.now());

offerCopies(document);
look(document);
setInterval(look, LOOKS, document);
follow(document, look);
