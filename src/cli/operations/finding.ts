/** What a check found. */
export interface Finding {
  readonly level: "ok" | "warning" | "failed";
  readonly what: string;
  /** What to do about it; nothing where all is well. */
  readonly advice?: string;
}

export const reportOk = (what: string): Finding => ({ level: "ok", what });
export const reportWarning = (what: string, advice: string): Finding => ({ level: "warning", what, advice });
export const reportFailure = (what: string, advice: string): Finding => ({ level: "failed", what, advice });

const formatFinding = ({ level, what, advice }: Finding): string =>
  `${level.padEnd(9)}${what}${advice === undefined ? "" : `\n         ${advice}`}`;

/** An exit status: 1 where something failed; a warning can wait for a person. */
export const computeExitStatus = (findings: readonly Finding[]): number => (findings.some(({ level }) => level === "failed") ? 1 : 0);

/** Prints what was found, and gives the exit status. */
export const printFindings = (findings: readonly Finding[]): number => {
  console.log(findings.map(formatFinding).join("\n"));
  return computeExitStatus(findings);
};
