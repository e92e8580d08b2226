/** What documents print of places in one language. */
export interface PlaceWords {
  /** How a meeting is held beside where ("and online", "(hybrid)"), and where it is held nowhere. */
  readonly andOnline: string;
  readonly wayHeld: string;
  readonly nowhere: string;
  /** Between a place and its dates. */
  readonly placeToDates: string;
  /** Before the city in a sentence. */
  readonly inCity: string;
  /** "at" before a house. */
  readonly atHouse: string;
  /** Before the place on a line of its own: "Venue:". */
  readonly placeLabel: string;
  /** Before the name of a city ("city of"), and before that of a state ("State of"). */
  readonly cityWord: string;
  readonly stateWord: string;
  readonly notPlace: string;
}
