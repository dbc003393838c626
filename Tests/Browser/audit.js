// What a page must have for whoever cannot see it well or uses no mouse. `audit()` gives a sentence for each fault.
const shown = (element) => {
  const style = getComputedStyle(element);
  return style.visibility !== "hidden" && style.display !== "none" && element.getClientRects().length > 0;
};
const named = (element) => {
  const text = element.outerHTML.replace(/\s+/g, " ");
  return text.length > 90 ? text.slice(0, 90) + "…" : text;
};
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

// ---- names

const referred = (element, attribute) =>
  (element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean).map((id) => document.getElementById(id));

const nameOf = (element) => {
  const others = referred(element, "aria-labelledby").map((other) => other?.textContent || "").join(" ");
  const labels = [...(element.labels || [])].map((label) => label.textContent).join(" ");
  return [others, element.getAttribute("aria-label"), labels].find((text) => text && text.trim()) || "";
};

const names = function* () {
  for (const field of all("input:not([type=hidden]), select, textarea")) {
    if (!nameOf(field)) yield `a field without a label: ${named(field)}`;
    for (const attribute of ["aria-describedby", "aria-labelledby"]) {
      if (referred(field, attribute).includes(null)) yield `${attribute} leads nowhere: ${named(field)}`;
    }
  }
  for (const picture of all("img")) if (!picture.hasAttribute("alt")) yield `a picture without a name: ${named(picture)}`;
  for (const picture of all("svg")) {
    if (picture.getAttribute("aria-hidden") === "true") continue;
    const title = picture.querySelector(":scope > title")?.textContent || "";
    if (!nameOf(picture) && !title.trim()) yield `a picture without a name: ${named(picture)}`;
  }
  for (const element of all("a[href], button")) {
    if (!(element.textContent.trim() || nameOf(element))) yield `a link or button without words: ${named(element)}`;
  }
  for (const region of all("[role=region], nav")) {
    if (!nameOf(region)) yield `a region without a name: ${named(region)}`;
  }
};

// ---- structure

const structure = function* () {
  const language = document.documentElement.lang;
  if (!["zh-CN", "en"].includes(language)) yield `the language of the page is "${language}"`;
  if (!document.title.trim()) yield "the page has no title";
  for (const landmark of ["main", "header", "nav"]) if (!all(landmark).length) yield `there is no ${landmark}`;
  if (all("main").length !== 1) yield `there are ${all("main").length} main`;
  if (all("h1").length !== 1) yield `there are ${all("h1").length} headings of the first level`;
  let before = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.tagName[1]);
    if (level > before + 1) yield `a heading of level ${level} below one of level ${before}: ${named(heading)}`;
    if (!heading.textContent.trim()) yield `an empty heading: ${named(heading)}`;
    before = level;
  }
  const seen = new Set();
  for (const element of all("[id]")) {
    if (seen.has(element.id)) yield `the id ${element.id} is there twice`;
    seen.add(element.id);
  }
  for (const table of all("table")) {
    if (!all("th", table).length) yield `a table without headings: ${named(table)}`;
    for (const heading of all("th:not([scope])", table)) yield `a heading without scope: ${named(heading)}`;
  }
  for (const list of all("ul, ol")) {
    const strangers = [...list.children].filter((child) => !["LI", "SCRIPT", "TEMPLATE"].includes(child.tagName));
    if (strangers.length) yield `a list holds something else: ${named(strangers[0])}`;
  }
  for (const element of all("[style], script:not([src]), style")) yield `a style or script in the page: ${named(element)}`;
};

// ---- contrast, as WCAG 2 works it out

const channels = (text) => {
  const parts = text.match(/[\d.]+/g);
  return parts ? [...parts.slice(0, 3).map(Number), parts.length > 3 ? Number(parts[3]) : 1] : [0, 0, 0, 0];
};
const over = (upper, lower) => [0, 1, 2].map((i) => upper[i] * upper[3] + lower[i] * (1 - upper[3])).concat(1);
const brightness = (colour) => {
  const [r, g, b] = colour.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (element) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) {
    const colour = channels(getComputedStyle(at).backgroundColor);
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  return layers.reduceRight((lower, upper) => over(upper, lower), dark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
};

const contrast = function* () {
  const told = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || !shown(element) || element.closest("svg, title, script, :disabled")) continue;
    const style = getComputedStyle(element);
    const below = ground(element);
    const ink = over(channels(style.color), below);
    const [high, low] = [brightness(ink), brightness(below)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const key = style.color + below + isLarge;
    if (ratio < (isLarge ? 3 : 4.5) && !told.has(key)) {
      told.add(key);
      yield `contrast ${ratio.toFixed(2)} of ${named(element)}`;
    }
  }
};

const audit = () => [...names(), ...structure(), ...contrast()];
