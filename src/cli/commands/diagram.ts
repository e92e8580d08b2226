import { Command } from "@commander-js/extra-typings";
import { getStatecharts, writeDiagrams } from "../diagram.ts";

export const diagramCommand = new Command("diagram")
  .description("Draw docs/machines.md from the statecharts.")
  .option("--json", "print them as JSON instead")
  .action(({ json }) => {
    if (json) console.log(JSON.stringify(getStatecharts(), undefined, 2));
    else writeDiagrams();
  });
