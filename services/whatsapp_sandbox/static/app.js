// The page: who is here, which phones are on the screen, and the stream of news from the sandbox.

import * as api from "./api.js";
import { paintAvatar, Phone } from "./phone.js";
import { plain } from "./markup.js";
import { size } from "./message.js";

const list = document.querySelector("#people-list");
const stage = document.querySelector("#phones");
const personTemplate = document.querySelector("#person-template");
const roomForTwo = matchMedia("(min-width: 1080px)");
const phones = new Map(); // number -> Phone
const entries = new Map(); // number -> list item
let shown = []; // numbers on the screen, left to right

function addPerson(person) {
  if (phones.has(person.number)) {
    phones.get(person.number).rename(person);
  } else {
    phones.set(person.number, new Phone({ ...person, index: phones.size }, { view }));
    const entry = personTemplate.content.firstElementChild.cloneNode(true);
    entry.querySelector("button").addEventListener("click", () => open(person.number));
    entries.set(person.number, entry);
    list.append(entry);
  }
  describe(person.number);
}

function describe(number) {
  const [phone, entry] = [phones.get(number), entries.get(number)];
  const { person, last, unread } = phone;
  const visible = shown.includes(number);
  paintAvatar(entry.querySelector(".avatar"), person);
  entry.querySelector(".person-name").textContent = person.name || person.number;
  entry.querySelector(".person-last").textContent = last ? summary(last) : person.number;
  const badge = entry.querySelector(".unread");
  badge.hidden = visible || !unread;
  badge.textContent = unread;
  entry.classList.toggle("open", visible);
  const button = entry.querySelector("button");
  button.setAttribute("aria-pressed", String(visible));
  button.setAttribute("aria-label", `${person.name || person.number}${badge.hidden ? "" : `, ${unread} unread`}`);
}

function summary(message) {
  const [attachment] = message.attachments;
  return plain(message.text).split("\n")[0] || (attachment ? `${attachment.filename} · ${size(attachment.size)}` : "Location");
}

// On wide screens a person already shown stays; the one opened longest ago makes room.
function open(number) {
  const places = roomForTwo.matches ? 2 : 1;
  if (!shown.includes(number)) shown = [...shown, number].slice(-places);
  else if (places === 1) shown = [number];
  show();
  phones.get(number).composer.focus();
}

function show() {
  const wanted = shown.map((number) => phones.get(number).root);
  for (const node of [...stage.children]) if (!wanted.includes(node)) node.remove();
  wanted.forEach((node, index) => stage.children[index] !== node && stage.insertBefore(node, stage.children[index] ?? null));
  for (const number of shown) {
    const phone = phones.get(number);
    phone.toEnd();
    phone.composer.changed();
    phone.readIfSeen();
  }
  for (const number of phones.keys()) describe(number);
  entries.get(shown.at(-1))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  localStorage.setItem("shown", JSON.stringify(shown));
}

function fit() {
  const places = roomForTwo.matches ? 2 : 1;
  const others = [...phones.keys()].filter((number) => !shown.includes(number));
  shown = [...shown.slice(-places), ...others].slice(0, places);
  if (shown.length) show();
}

const viewer = document.querySelector("#viewer");

function view(attachment) {
  const picture = viewer.querySelector("img");
  picture.src = attachment.url;
  picture.alt = attachment.filename;
  viewer.querySelector(".viewer-name").textContent = `${attachment.filename} · ${size(attachment.size)}`;
  viewer.querySelector("a").href = `${attachment.url}?download=1`;
  viewer.showModal();
}

viewer.addEventListener("click", (event) => event.target === viewer && viewer.close());

const newPerson = document.querySelector("#new-person");
const newPersonForm = newPerson.querySelector("form");
document.querySelector("#add-person").addEventListener("click", () => newPerson.showModal());
newPerson.querySelector("[data-close]").addEventListener("click", () => newPerson.close());
newPersonForm.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { name, number } = Object.fromEntries(new FormData(newPersonForm));
  try {
    const person = await api.addPerson(name, number);
    newPerson.close();
    newPersonForm.reset();
    addPerson(person);
    open(person.number);
  } catch (error) {
    newPerson.querySelector(".form-error").textContent = error.message;
  }
});

const connection = document.querySelector("#connection");

function say(text, away) {
  connection.textContent = text;
  connection.classList.toggle("away", away);
}

function remembered() {
  try {
    return JSON.parse(localStorage.getItem("shown") ?? "[]").filter((number) => phones.has(number));
  } catch {
    return [];
  }
}

async function start() {
  const { number, users } = await api.info();
  users.forEach(addPerson);
  shown = remembered();
  fit();
  roomForTwo.addEventListener("change", fit);
  document.addEventListener("visibilitychange", () => shown.forEach((person) => phones.get(person).readIfSeen()));
  api.listen({
    opened: () => say(`FinTrak is ${number}`, false),
    lost: () => say("sandbox stopped, reconnecting…", true),
    message: (message) => {
      phones.get(message.number)?.put(message);
      if (phones.has(message.number)) describe(message.number);
    },
    user: addPerson,
    typing: ({ number: person, on }) => phones.get(person)?.showTyping(on),
    webhook: (state) => phones.forEach((phone) => phone.showWebhook(state)),
  });
  for (const type of ["dragover", "drop"]) addEventListener(type, (event) => event.preventDefault());
}

start().catch((error) => {
  say(error.message, true);
  setTimeout(() => location.reload(), 3000);
});
