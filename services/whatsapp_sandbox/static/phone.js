// One person's phone: the chat with FinTrak, kept in step with what the sandbox says.

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { element, messageNode, refresh } from "./message.js";

const SHOWN_AT_FIRST = 150;
const TYPING_MS = 25_000;
const STARTERS = ["Hello", "How much did I spend last month?"];
const template = document.querySelector("#phone-template");
const fullDate = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

export class Phone {
  constructor(person, { view }) {
    this.person = person;
    this.view = view;
    this.messages = new Map();
    this.changed = new Set();
    this.limit = SHOWN_AT_FIRST;
    this.root = template.content.firstElementChild.cloneNode(true);
    this.find = (selector) => this.root.querySelector(selector);
    this.scroll = this.find(".scroll");
    this.list = this.find(".messages");
    this.composer = new Composer(this.root, (fields) => this.write(fields));
    this.wire();
    this.rename(person);
  }

  wire() {
    this.find(".earlier").addEventListener("click", () => {
      this.limit += SHOWN_AT_FIRST;
      const fromEnd = this.scroll.scrollHeight - this.scroll.scrollTop;
      this.redraw();
      this.scroll.scrollTop = this.scroll.scrollHeight - fromEnd;
    });
    this.find(".to-end").addEventListener("click", () => this.toEnd());
    this.scroll.addEventListener("scroll", () => this.noteScroll());
    new ResizeObserver(() => this.stayAtEnd()).observe(this.scroll);
    for (const text of STARTERS) {
      const starter = element("button", { type: "button", text });
      starter.addEventListener("click", () => this.write({ text }).then(() => this.composer.focus(), () => {}));
      this.find(".starters").append(starter);
    }
    this.atEnd = true;
    this.scrolledTo = 0;
    this.showEmpty();
  }

  // Only a person scrolls up: a picture that has just loaded makes the chat longer and moves nothing.
  noteScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroll;
    if (scrollHeight - scrollTop - clientHeight < 80) this.atEnd = true;
    else if (scrollTop < this.scrolledTo) this.atEnd = false;
    this.scrolledTo = scrollTop;
    if (this.atEnd) this.find(".to-end").hidden = true;
  }

  rename(person) {
    this.person = { ...this.person, ...person };
    this.root.setAttribute("aria-label", `${person.name || person.number} and FinTrak`);
    this.scroll.setAttribute("aria-label", `Chat of ${person.name || person.number}`);
    this.find(".whose b").textContent = person.name || person.number;
    this.find(".whose small").textContent = person.number;
    this.find("textarea").setAttribute("aria-label", `Message from ${person.name || person.number} to FinTrak`);
    paintAvatar(this.find(".whose .avatar"), this.person);
  }

  async write(fields) {
    try {
      this.toEnd(); // scrolled at once: news of an earlier scroll, still on its way, would else count as scrolling up
      this.put(await api.write(this.person.number, fields));
      this.say("");
    } catch (error) {
      this.say(error.message);
      throw error;
    }
  }

  async retry(message) {
    try {
      this.put(await api.retry(message.sid));
    } catch (error) {
      this.say(error.message);
    }
  }

  // News of one message; the newest revision wins, drawing waits for the rest of the burst.
  put(message) {
    const known = this.messages.get(message.id);
    if (known && known.revision >= message.revision) return;
    this.messages.set(message.id, message);
    this.changed.add(message.id);
    if (!known && message.direction === "received") this.showTyping(false);
    this.drawing ??= setTimeout(() => this.draw(), 16);
  }

  draw() {
    this.drawing = null;
    const newest = Math.max(0, ...this.messages.keys());
    const drawn = Number(this.list.lastElementChild?.dataset.id ?? 0);
    const inOrder = [...this.changed].every((id) => id > drawn || this.list.querySelector(`[data-id="${id}"]`));
    if (!inOrder || this.changed.size > 50) this.redraw();
    else for (const id of [...this.changed].sort((a, b) => a - b)) this.drawOne(this.messages.get(id));
    this.changed.clear();
    this.showEmpty();
    if (!this.atEnd && newest > drawn) this.find(".to-end").hidden = false;
    this.stayAtEnd();
    this.readIfSeen();
  }

  redraw() {
    const ordered = [...this.messages.values()].sort((a, b) => a.id - b.id);
    this.list.replaceChildren();
    for (const message of ordered.slice(-this.limit)) this.drawOne(message);
    this.find(".earlier").hidden = ordered.length <= this.limit;
  }

  drawOne(message) {
    const retry = (failed) => this.retry(failed);
    const drawn = this.list.querySelector(`[data-id="${message.id}"]`);
    if (drawn) {
      const focused = drawn.contains(document.activeElement);
      refresh(drawn, message, { retry });
      if (focused && !drawn.contains(document.activeElement)) this.scroll.focus();
      return;
    }
    const node = messageNode(message, { retry, view: this.view, loaded: () => this.stayAtEnd() });
    node.dataset.id = message.id;
    node.dataset.day = new Date(message.at).toDateString();
    const before = this.list.lastElementChild;
    if (before?.dataset.day !== node.dataset.day) this.list.append(dayNode(new Date(message.at), node.dataset.day));
    else if (before.classList.contains(message.direction)) node.classList.add("follows");
    this.list.append(node);
  }

  showEmpty() {
    this.find(".empty").hidden = this.messages.size > 0;
  }

  toEnd() {
    this.atEnd = true;
    this.stayAtEnd();
  }

  stayAtEnd() {
    if (this.atEnd) this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  get unread() {
    return [...this.messages.values()].filter((message) => message.direction === "received" && message.tick !== "read").length;
  }

  get last() {
    return this.messages.get(Math.max(0, ...this.messages.keys()));
  }

  readIfSeen() {
    if (!this.root.isConnected || document.hidden || !this.unread) return;
    clearTimeout(this.reading);
    this.reading = setTimeout(() => api.markRead(this.person.number).catch(() => {}), 300);
  }

  showTyping(on) {
    clearTimeout(this.typing);
    this.root.classList.toggle("typing", on);
    this.list.parentElement.querySelector(".typing-bubble")?.remove();
    if (on) {
      const dots = element("div", { className: "typing-bubble", role: "status" }, element("span", { className: "for-readers", text: "FinTrak is typing" }));
      dots.append(element("i"), element("i"), element("i"));
      this.list.after(dots);
      this.typing = setTimeout(() => this.showTyping(false), TYPING_MS);
    }
    this.showPresence();
    this.stayAtEnd();
  }

  showWebhook({ reachable, reason }) {
    this.webhook = { reachable, reason };
    this.showPresence();
    this.showNotice();
  }

  showPresence() {
    const presence = this.find(".presence");
    const reachable = this.webhook?.reachable ?? true;
    presence.textContent = this.root.classList.contains("typing") ? "typing…" : reachable ? "online" : "not answering";
    presence.classList.toggle("away", !reachable);
  }

  say(problem) {
    this.problem = problem;
    this.showNotice();
  }

  // Two things may be wrong at once, and one being well again does not mend the other.
  showNotice() {
    const { reachable = true, reason } = this.webhook ?? {};
    const away = reachable ? "" : `FinTrak is not answering: ${reason}. Your messages are kept; use “Try again” on them.`;
    const notice = this.find(".notice");
    notice.textContent = this.problem || away;
    notice.hidden = !notice.textContent;
  }
}

function dayNode(date, day) {
  const yesterday = new Date();
  yesterday.setDate(yesterday.getDate() - 1);
  const name = day === new Date().toDateString() ? "Today" : day === yesterday.toDateString() ? "Yesterday" : fullDate.format(date);
  const node = element("li", { className: "day" }, element("span", { text: name }));
  node.dataset.day = day;
  return node;
}

export function paintAvatar(node, person) {
  node.textContent = [...(person.name || person.number.replace("+", ""))][0].toUpperCase();
  node.dataset.hue = String((person.index ?? 0) % 6);
}
