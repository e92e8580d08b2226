import type { Endpoint } from "../../../meeting/endpoint.ts";
import { useConsole } from "../context.ts";
import { EndpointRow } from "./endpoint-row.tsx";
import { useEndpoints } from "./use-endpoints.ts";

const readText = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** Who is told of each change at once, by signed webhooks: systems, never a delegate. */
export const EndpointsPanel = () => {
  const { messages, address, limits } = useConsole();
  const { endpoints: say, own } = messages;
  const endpoints = useEndpoints();
  const add = async (form: HTMLFormElement): Promise<void> => {
    const data = new FormData(form);
    const endpoint: Endpoint = {
      name: readText(data, "name"),
      url: readText(data, "address"),
      languages: [own.language],
      ...(data.has("by-itself") && { byItself: true }),
      ...(data.has("alone") && { meetings: [address.meeting] }),
    };
    if (await endpoints.add(endpoint)) form.reset();
  };
  return (
    <details class="endpoints" onToggle={({ currentTarget }) => void (currentTarget.open && endpoints.load())}>
      <summary>
        <h2>{say.title}</h2>
      </summary>
      <p class="hint">{say.hint}</p>
      {endpoints.endpoints?.length === 0 && <p class="soft">{say.none}</p>}
      <ul class="plain">
        {endpoints.endpoints?.map((endpoint) => (
          <EndpointRow key={endpoint.name} endpoint={endpoint} endpoints={endpoints} />
        ))}
      </ul>
      {endpoints.wrong !== undefined && (
        <p class="wrong" role="alert">
          {endpoints.wrong}
        </p>
      )}
      {endpoints.endpoints && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void add(event.currentTarget);
          }}
        >
          <div class="field">
            <label for="endpoint-name">{say.name}</label>
            <input
              id="endpoint-name"
              name="name"
              required
              pattern="[a-z0-9]([a-z0-9\-]{0,38}[a-z0-9])?"
              dir="ltr"
              aria-describedby="endpoint-name-hint"
            />
            <p class="hint" id="endpoint-name-hint">
              {say.nameHint}
            </p>
          </div>
          <div class="field">
            <label for="endpoint-address">{say.address}</label>
            <input id="endpoint-address" name="address" type="url" required placeholder="https://" dir="ltr" autocomplete="off" />
          </div>
          <label class="box">
            <input type="checkbox" name="alone" /> <span>{messages.invitation.thisMeeting}</span>
          </label>
          {limits?.rights?.includes("news") && (
            <label class="box">
              <input type="checkbox" name="by-itself" /> <span>{say.byItself}</span>
            </label>
          )}
          <button type="submit">{say.add}</button>
        </form>
      )}
    </details>
  );
};
