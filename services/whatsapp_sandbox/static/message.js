// One message as a list item.

import { render } from "./markup.js";

const TICKS = {
  sending: ["i-sending", "sending"],
  sent: ["i-sent", "sent"],
  delivered: ["i-delivered", "delivered"],
  read: ["i-delivered", "read"],
  failed: ["i-failed", "not delivered"],
};
const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const SVG = "http://www.w3.org/2000/svg";

export function element(tag, { className, text, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

export function icon(id, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${id}`);
  svg.append(use);
  return svg;
}

export function messageNode(message, { retry, view, loaded }) {
  const item = element("li", { className: `message ${message.direction} kind-${message.kind}` });
  const bubble = element("div", { className: "bubble" });
  bubble.append(element("span", { className: "for-readers", text: message.direction === "sent" ? "You: " : "FinTrak: " }));
  for (const attachment of message.attachments) bubble.append(attachmentNode(attachment, message, { view, loaded }));
  if (message.place) bubble.append(placeNode(message.place));
  const text = element("div", { className: "text", dir: "auto" });
  if (message.text) text.append(render(message.text));
  bubble.append(text, footNode(message));
  item.append(bubble);
  if (message.tick === "failed") item.append(failureNode(message, retry));
  return item;
}

// Only the tick of a known message changes. The rest stays as it is: somebody may be just pressing a button of it.
export function refresh(item, message, { retry }) {
  item.querySelector(".foot").replaceWith(footNode(message));
  item.querySelector(".failure")?.remove();
  if (message.tick === "failed") item.append(failureNode(message, retry));
}

function footNode(message) {
  const at = new Date(message.at);
  const foot = element("span", { className: "foot" });
  foot.append(element("time", { text: clock.format(at), datetime: message.at, title: at.toLocaleString() }));
  if (message.direction === "sent") {
    const [id, words] = TICKS[message.tick];
    foot.append(icon(id, `tick ${message.tick}`), element("span", { className: "for-readers tick-word", text: words }));
  }
  return foot;
}

function failureNode(message, retry) {
  const again = element("button", { type: "button", className: "retry", text: "Try again" });
  again.addEventListener("click", () => retry(message));
  return element("p", { className: "failure", title: message.error ?? "" }, "Not delivered. ", again);
}

function attachmentNode(attachment, message, { view, loaded }) {
  const { content_type: type } = attachment;
  if (["image/jpeg", "image/png", "image/webp", "image/gif"].includes(type)) {
    const picture = element("img", { src: attachment.url, alt: attachment.filename });
    picture.addEventListener("load", loaded);
    picture.addEventListener("error", () => button.replaceWith(chipNode(attachment)));
    const button = element("button", { type: "button", className: "picture", "aria-label": `Open ${attachment.filename}` }, picture);
    button.addEventListener("click", () => view(attachment));
    return button;
  }
  if (type.startsWith("audio/")) return element("audio", { controls: "", preload: "metadata", src: attachment.url });
  return chipNode(attachment);
}

const FAMILIES = [
  [/spreadsheetml/, "XLSX", "sheet"],
  [/pdf/, "PDF", "pdf"],
  [/vcard/, "VCF", "card"],
  [/image\//, "IMG", "other"],
  [/video\//, "MP4", "other"],
];

function chipNode(attachment) {
  const [, label, family] = FAMILIES.find(([pattern]) => pattern.test(attachment.content_type)) ?? [null, "FILE", "other"];
  return element(
    "a",
    { className: "chip", href: `${attachment.url}?download=1`, download: attachment.filename },
    element("span", { className: `chip-type ${family}`, text: label, "aria-hidden": "true" }),
    element(
      "span",
      { className: "chip-text" },
      element("span", { className: "chip-name", text: attachment.filename, dir: "auto" }),
      element("span", { className: "chip-size", text: `${label} · ${size(attachment.size)}` }),
    ),
    icon("i-save"),
  );
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function placeNode(place) {
  const where = `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`;
  return element("p", { className: "place" }, icon("i-place"), element("span", { text: place.label || "Location" }), element("small", { text: where }));
}
