import type { UnreadFile } from "../../../documents/forms/unread-file.ts";

/** What is said of an agenda's file. */
export interface FileMessages {
  readonly choose: string;
  readonly hint: string;
  readonly reading: string;
  readonly oneOnly: string;
  readonly notLoaded: string;
  readonly unread: Record<UnreadFile, string>;
}
