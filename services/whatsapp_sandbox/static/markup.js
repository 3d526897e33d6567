// WhatsApp's markup as DOM nodes. User text only ever becomes text nodes, so nothing in it can run.

const URL_PATTERN = /\bhttps?:\/\/[^\s<>"\u2060]+/;
const SPACE = "[\\s\\u2060]"; // FinTrak puts a word joiner around a * or _ that is meant as such
const pair = (mark) =>
  new RegExp(`(^|[^\\p{L}\\p{N}${mark}])${mark}(?!${SPACE})([^${mark}\\n]*?[^\\s\\u2060${mark}\\n])${mark}(?![\\p{L}\\p{N}${mark}])`, "u");

const RULES = [
  { pattern: /()```([\s\S]+?)```/u, tag: "code", plain: true, className: "block" },
  { pattern: /()`([^`\n]+)`/u, tag: "code", plain: true },
  { pattern: pair("\\*"), tag: "strong" },
  { pattern: pair("_"), tag: "em" },
  { pattern: pair("~"), tag: "s" },
  { pattern: /()(?<![\d-])(\d{4}-\d\d-\d\d)(?![\d-])/u, tag: "span", plain: true, className: "unbroken" }, // a day
];

export function render(text) {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes(text));
  return fragment;
}

function nodes(text) {
  const link = URL_PATTERN.exec(text);
  const found = RULES.map((rule) => ({ rule, match: rule.pattern.exec(text) })).filter((candidate) => candidate.match);
  found.sort((a, b) => start(a) - start(b));
  const first = found[0];
  if (link && (!first || link.index <= start(first))) return around(text, link.index, linkNode(link[0]));
  if (!first) return text ? [document.createTextNode(text)] : [];
  const { rule, match } = first;
  const element = document.createElement(rule.tag);
  if (rule.className) element.className = rule.className;
  element.append(...(rule.plain ? [match[2].replace(/^\n|\n$/g, "")] : nodes(match[2])));
  return around(text, start(first), { node: element, length: match[0].length - match[1].length });
}

const start = ({ match }) => match.index + match[1].length;

function around(text, at, { node, length }) {
  return [...nodes(text.slice(0, at)), node, ...nodes(text.slice(at + length))];
}

function linkNode(matched) {
  const url = matched.replace(/[.,;:!?'*_~`)\]]+$/, "");
  const node = document.createElement("a");
  node.href = url;
  node.target = "_blank";
  node.rel = "noopener noreferrer";
  node.textContent = url;
  return { node, length: url.length };
}

export function plain(text) {
  return text.replace(/```|[*_~`\u2060]/g, "");
}
