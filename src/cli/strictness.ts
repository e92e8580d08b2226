import type { CommandUnknownOpts } from "@commander-js/extra-typings";

/** A command and all below it, by their whole names. */
const listCommands = (command: CommandUnknownOpts, above: readonly string[] = []): readonly (readonly [string, CommandUnknownOpts])[] => {
  const names = [...above, command.name()];
  return [[names.join(" "), command], ...command.commands.flatMap((child) => listCommands(child, names))];
};

/** Says whose an option is, where one was given to a command that has none of that name. */
export const explainOption = (program: CommandUnknownOpts, message: string): string => {
  const option = /unknown option '(--[\w-]+)/.exec(message)?.[1];
  const owners = listCommands(program).filter(([, { options }]) => options.some(({ long }) => long === option));
  return owners.length === 0 ? message : `${message.trimEnd()}\nIt is an option of: ${owners.map(([name]) => name).join(", ")}\n`;
};

/** What holds for the program holds for all its commands. */
export const inheritSettings = (command: CommandUnknownOpts): void => {
  for (const child of command.commands) {
    child.copyInheritedSettings(command).helpCommand(false);
    inheritSettings(child);
  }
};
