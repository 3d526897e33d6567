// Talks to the sandbox's JSON API (chat_api.py describes it).

const MOST_BYTES = 20 * 1024 * 1024; // of chat_guard.py, which hangs up in the middle of what is larger

export class Refused extends Error {}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused("The sandbox does not answer. Is it still running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? `Error ${response.status}`);
  return answer;
}

function form(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) data.append(name, value);
  return data;
}

const chat = (number) => `/sandbox/users/${encodeURIComponent(number)}`;

export const info = () => call("/sandbox/info");
export const addPerson = (name, number) => call("/sandbox/users", { method: "POST", body: form({ name, number }) });
export async function write(number, fields) {
  if (fields.file?.size >= MOST_BYTES) throw new Refused(`${fields.file.name} is too large: files can have at most 20 MB.`);
  return call(`${chat(number)}/messages`, { method: "POST", body: form(fields) });
}
export const markRead = (number) => call(`${chat(number)}/read`, { method: "POST" });
export const retry = (sid) => call(`/sandbox/messages/${sid}/retry`, { method: "POST" });

// Everything so far, then everything as it happens; the browser reconnects by itself from the last revision it saw.
export function listen({ opened, lost, ...handlers }) {
  const source = new EventSource("/sandbox/events?since=0");
  source.onopen = opened;
  source.onerror = () => {
    lost();
    if (source.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
  };
  for (const [name, handle] of Object.entries(handlers)) {
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  }
}
