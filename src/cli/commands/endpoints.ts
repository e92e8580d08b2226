import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { LANGUAGES } from "../../meeting/text.ts";
import {
  sendEndpointAdded,
  fetchEndpoints,
  readEndpointSecret,
  sendEndpointRemoved,
  testEndpoint,
  type EndpointContext,
} from "../endpoints/endpoints.ts";
import { BODY, JSON_ANSWER, SERVICE_URL } from "../options.ts";
import { createSender } from "../send/credentials.ts";
import { printAnswer } from "../send/print-answer.ts";

const createContext = ({ url, body }: { readonly url: string; readonly body: string }): EndpointContext => ({
  sender: createSender(url),
  body,
  now: Date.now(),
});

const splitList = (text: string): string[] => text.split(",");

const parseGeneration = (text: string): number => {
  const generation = Number(text);
  if (!Number.isInteger(generation)) throw new InvalidArgumentError("It must be a number.");
  return generation;
};

const addCommand = new Command("add")
  .description("Send news of a body to an address from now on, and print the secret by which its receiver knows it.")
  .argument("<name>", "what it is called; one that is there takes the new address")
  .addOption(BODY)
  .requiredOption("--address <url>", "where to, https://...")
  .option("--meetings <ids>", "of these meetings alone, separated by commas", splitList)
  .option("--events <types>", "of these events alone, separated by commas", splitList)
  .addOption(new Option("--languages <languages...>", "in which words come along; English, if none is named").choices(LANGUAGES))
  .option("--by-itself", "mail this list what sends people elsewhere today or tomorrow by itself; otherwise each mail waits for a person")
  .option("--generation <number>", "another secret for the same name: the one before stays good", parseGeneration)
  .addOption(SERVICE_URL)
  .addOption(JSON_ANSWER)
  .action(async (name, { address, meetings, events, languages, byItself, generation, json, ...options }) => {
    const context = createContext(options);
    const sent = await sendEndpointAdded(context, {
      name,
      url: address,
      ...(meetings && { meetings }),
      ...(events && { events }),
      ...(languages && { languages }),
      ...(byItself && { byItself }),
      ...(generation !== undefined && { generation }),
    });
    if (sent.ok) console.log(`secret       ${await readEndpointSecret(context, name)}`);
    process.exitCode = printAnswer(sent, json);
  });

const listCommand = new Command("list")
  .description("List where news of a body goes, what waits for each, and how it fails.")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .action(async (options) => console.log((await fetchEndpoints(createContext(options))).join("\n")));

const testCommand = new Command("test")
  .description("Send a message that says nothing to an endpoint, and tell whether it was taken.")
  .argument("<name>", "which")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .action(async (name, options) => {
    const why = await testEndpoint(createContext(options), name);
    console.log(why === undefined ? `${name} took it` : `${name} did not take it: ${why}`);
    process.exitCode = why === undefined ? 0 : 1;
  });

const secretCommand = new Command("secret")
  .description("Print the secret by which its receiver verifies what is sent. It is stored nowhere.")
  .argument("<name>", "which")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .action(async (name, options) => console.log(await readEndpointSecret(createContext(options), name)));

const removeCommand = new Command("remove")
  .description("Send no more news to an endpoint, nor what still waits for it.")
  .argument("<name>", "which")
  .addOption(BODY)
  .addOption(SERVICE_URL)
  .addOption(JSON_ANSWER)
  .action(async (name, { json, ...options }) => {
    process.exitCode = printAnswer(await sendEndpointRemoved(createContext(options), name), json);
  });

export const endpointsCommand = new Command("endpoints")
  .description("Where news of a body goes: systems that are told of each change within seconds, by signed webhooks.")
  .addCommand(addCommand)
  .addCommand(listCommand)
  .addCommand(testCommand)
  .addCommand(secretCommand)
  .addCommand(removeCommand)
  .addHelpText("after", "\nThe key in PLENARY_KEY signs: the operator's, or one with the right endpoints.");
