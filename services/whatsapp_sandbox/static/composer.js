// What a person writes: text, files by button, drop, paste or camera, and the less common kinds of messages.

import { element, icon, size } from "./message.js";

// What most laptops have no quick way to make; FinTrak shall see a voice message, a sticker, a contact and a place too.
const CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Marta Ruiz\r\nTEL:+34611000111\r\nEND:VCARD\r\n";
const PLACE = { latitude: 40.41694, longitude: -3.70361, label: "Puerta del Sol", address: "Madrid" };

const touched = matchMedia("(pointer: coarse)");

async function sample(name, type) {
  return new File([await (await fetch(`/static/${name}`)).blob()], name, { type });
}

export class Composer {
  // `send` gets the fields of one message; it is called once per file, as WhatsApp sends each by itself.
  constructor(phone, send) {
    this.phone = phone;
    this.send = send;
    this.files = [];
    this.form = phone.querySelector(".composer");
    this.text = phone.querySelector("textarea");
    this.tray = phone.querySelector(".tray");
    this.menu = phone.querySelector(".menu");
    this.opener = phone.querySelector(".attach-open");
    this.wireText();
    this.wireMenu();
    this.wireDrop();
    this.changed();
  }

  wireText() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.text.addEventListener("input", () => this.changed());
    this.text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    this.text.addEventListener("paste", (event) => {
      const files = [...event.clipboardData.files];
      if (!files.length) return;
      event.preventDefault();
      this.attach(files);
    });
  }

  wireMenu() {
    const pickers = { photo: ".file-photo", camera: ".file-camera", any: ".file-any" };
    for (const selector of Object.values(pickers)) {
      const input = this.phone.querySelector(selector);
      input.addEventListener("change", () => {
        this.attach([...input.files]);
        input.value = "";
      });
    }
    const pick = (what) => (pickers[what] ? this.phone.querySelector(pickers[what]).click() : this.sendSample(what));
    this.phone.querySelector(".camera").addEventListener("click", () => pick("camera"));
    this.opener.addEventListener("click", () => this.toggleMenu(this.menu.hidden));
    this.menu.addEventListener("click", (event) => {
      const chosen = event.target.closest("[data-pick]");
      if (!chosen) return;
      this.toggleMenu(false);
      pick(chosen.dataset.pick);
    });
    this.menu.addEventListener("keydown", (event) => this.moveInMenu(event));
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest(".attach")) this.toggleMenu(false, { focus: false });
    });
  }

  moveInMenu(event) {
    const items = [...this.menu.querySelectorAll("[role=menuitem]")].filter((item) => item.offsetParent);
    const at = items.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") this.toggleMenu(false);
    if (event.key === "Tab") this.toggleMenu(false, { focus: false });
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length).focus();
  }

  toggleMenu(open, { focus = true } = {}) {
    if (open === !this.menu.hidden) return;
    this.menu.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    if (focus) (open ? this.menu.querySelector("[role=menuitem]") : this.opener).focus();
  }

  wireDrop() {
    let depth = 0;
    const carriesFiles = (event) => event.dataTransfer.types.includes("Files");
    const show = () => this.phone.classList.toggle("dropping", depth > 0);
    this.phone.addEventListener("dragenter", (event) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      show();
    });
    this.phone.addEventListener("dragleave", (event) => {
      if (!carriesFiles(event)) return;
      depth -= 1;
      show();
    });
    this.phone.addEventListener("dragover", (event) => event.preventDefault());
    this.phone.addEventListener("drop", (event) => {
      event.preventDefault();
      depth = 0;
      show();
      this.attach([...event.dataTransfer.files]);
    });
  }

  // On a touch screen the keyboard would come up and hide the chat.
  focus() {
    if (!touched.matches) this.text.focus({ preventScroll: true });
  }

  attach(files) {
    this.files.push(...files.map((file) => ({ file, preview: file.type.startsWith("image/") ? URL.createObjectURL(file) : null })));
    this.changed();
    this.focus();
  }

  detach(entry) {
    if (entry.preview) URL.revokeObjectURL(entry.preview);
    this.files = this.files.filter((other) => other !== entry);
    this.changed();
    this.focus();
  }

  changed() {
    this.text.style.height = "auto";
    this.text.style.height = `${Math.min(this.text.scrollHeight, 140)}px`;
    const ready = Boolean(this.text.value.trim() || this.files.length);
    this.form.classList.toggle("ready", ready);
    this.text.placeholder = this.files.length ? "Add a caption" : "Message";
    this.tray.hidden = !this.files.length;
    this.tray.replaceChildren(...this.files.map((entry) => this.trayItem(entry)));
  }

  trayItem(entry) {
    const { file, preview } = entry;
    const face = preview ? element("img", { src: preview, alt: "" }) : element("span", { className: "tray-type", text: file.name.split(".").pop().slice(0, 4).toUpperCase() });
    const remove = element("button", { type: "button", className: "tray-remove", "aria-label": `Remove ${file.name}` }, icon("i-close"));
    remove.addEventListener("click", () => this.detach(entry));
    return element("li", { title: file.name }, face, element("span", { className: "tray-name", text: `${file.name} · ${size(file.size)}` }), remove);
  }

  // What the sandbox did not take comes back into the box, before what was written meanwhile.
  async submit() {
    let text = this.text.value;
    const files = this.files;
    if (!text.trim() && !files.length) return;
    this.text.value = "";
    this.files = [];
    this.changed();
    try {
      if (!files.length) await this.send({ text });
      while (files.length) {
        const [{ file, preview }] = files;
        await this.send({ text, file });
        if (preview) URL.revokeObjectURL(preview);
        files.shift();
        text = "";
      }
    } catch {
      this.text.value = text + this.text.value;
      this.files = [...files, ...this.files];
      this.changed();
    }
  }

  async sendSample(what) {
    const samples = {
      voice: async () => ({ text: "", kind: "audio", file: await sample("voice.ogg", "audio/ogg") }),
      sticker: async () => ({ text: "", kind: "sticker", file: await sample("sticker.webp", "image/webp") }),
      contact: () => ({ text: "", file: new File([CARD], "contact.vcf", { type: "text/vcard" }) }),
      place: () => ({ text: "", ...PLACE }),
    };
    await this.send(await samples[what]()).catch(() => {});
  }
}
