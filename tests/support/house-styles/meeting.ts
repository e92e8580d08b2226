import type { Language } from "../../../src/meeting/text.ts";

/** A meeting as it is, before any house has printed it. */

export interface Item {
  readonly title: string;
  readonly parts: readonly string[];
}

/** An item that a sitting takes up, or a part of it; both are counted from 1. */
export interface Place {
  readonly item: number;
  readonly part?: number;
}

type PartOfDay = "morning" | "afternoon";

export interface Sitting {
  readonly date: string;
  readonly half: PartOfDay;
  /** Minutes from midnight. */
  readonly start: number;
  readonly end: number;
  readonly places: readonly Place[];
}

export interface Meeting {
  readonly language: Language;
  readonly body: string;
  readonly parent: string;
  /** Which of its sessions it is. */
  readonly session: number;
  readonly symbol: string;
  readonly city: string;
  readonly country: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly items: readonly Item[];
  readonly sittings: readonly Sitting[];
}
