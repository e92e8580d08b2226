import { Command } from "@commander-js/extra-typings";
import { buildService } from "../service/build.ts";

export const buildCommand = new Command("build")
  .description("Build the worker and its assets in dist/, from which serve serves.")
  .action(() => buildService());
