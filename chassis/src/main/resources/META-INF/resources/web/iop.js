// What the pages' scripts share: elements, the API under the session, names, times with their zone. Text is only ever set as text.

/** An element; properties starting with "on" are listeners, null children are left out. */
export function el(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "text") made.textContent = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** What the API said when it refused, in words for the person at the page. */
export class Refused extends Error {
  constructor(status, problem) {
    const fields = (problem?.errors ?? []).map((error) => `${error.pointer ?? ""} ${error.detail ?? ""}`.trim());
    super([problem?.title ?? `The service answered ${status}`, problem?.detail, ...fields].filter(Boolean).join(". "));
    this.status = status;
    this.pointers = (problem?.errors ?? []).map((error) => error.pointer).filter(Boolean);
  }
}

/** Asks the API of any service at this origin, as the person who is signed in. An ended session leads to the sign-in. */
export async function ask(path, { method = "GET", body, ifMatch } = {}) {
  const headers = { Accept: "application/json", "X-Requested-With": "JavaScript" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (ifMatch) headers["If-Match"] = ifMatch;
  const answer = await fetch(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store" });
  if (answer.status === 499 || answer.status === 401) {
    location.reload();
    await new Promise(() => {});
  }
  const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
  const content = isJson ? await answer.json() : null;
  if (!answer.ok) throw new Refused(answer.status, content);
  return { content, etag: answer.headers.get("ETag"), next: nextOf(answer.headers.get("Link")) };
}

function nextOf(link) {
  const found = /<([^>]+)>;\s*rel="next"/.exec(link ?? "");
  if (!found) return null;
  const next = new URL(found[1], location.href);
  return next.pathname + next.search;
}

const names = new Map();
const MOST_NAMES = 100;
let unasked = [];

/** Asks for all the names that were wanted since the page last drew, in as few calls as intake allows. */
async function askNames() {
  const wanted = unasked;
  unasked = [];
  for (let from = 0; from < wanted.length; from += MOST_NAMES) {
    const some = wanted.slice(from, from + MOST_NAMES);
    const known = await ask(`/intake/api/patient-names?${some.map(({ id }) => `id=${id}`).join("&")}`)
      .then(({ content }) => new Map(content.items.map((name) => [name.patientId, [name.givenName, name.familyName].filter(Boolean).join(" ")])))
      .catch(() => new Map());
    for (const { id, found } of some) found(known.get(id) ?? "Name not available");
  }
}

/** The person's name, asked of intake, which alone knows it. Nobody's name is kept in an address or a title. */
export function nameOf(patientId) {
  if (!names.has(patientId)) {
    if (!unasked.length) queueMicrotask(askNames);
    names.set(patientId, new Promise((found) => { unasked.push({ id: patientId, found }); }));
  }
  return names.get(patientId);
}

/** An element that shows the name as soon as it is known. */
export function person(patientId, element = el("span")) {
  element.textContent = "…";
  nameOf(patientId).then((name) => { element.textContent = name; });
  return element;
}

const moments = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const zone = new Intl.DateTimeFormat(undefined, { timeZoneName: "short" });

/** A moment in the reader's zone, with the zone's name. */
export function moment(instant) {
  const date = new Date(instant);
  const name = zone.formatToParts(date).find((part) => part.type === "timeZoneName")?.value ?? "";
  return el("time", { datetime: instant, text: `${moments.format(date)} ${name}` });
}

/** Today, where the reader is, as fields for a day take it. */
export const today = () => new Date().toLocaleDateString("sv");

/** A calendar day, which has no zone. */
export function day(date) {
  const text = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
  return el("time", { datetime: date, text });
}

export const hours = (minutes) => `${(minutes / 60).toFixed(minutes % 60 === 0 ? 0 : 1)} h`;

export const words = (code) => String(code).toLowerCase().replaceAll("_", " ");

/** A table with a caption for screen readers. Columns: {head, number}; rows: arrays of nodes or texts, the first is the row's head. */
export function table(caption, columns, rows) {
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {},
      el("caption", { class: "visually-hidden", text: caption }),
      el("thead", {}, el("tr", {}, columns.map((c) => el("th", { scope: "col", class: c.number ? "number" : null, text: c.head })))),
      el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell, i) =>
        el(i === 0 ? "th" : "td", { scope: i === 0 ? "row" : null, class: columns[i]?.number ? "number" : null }, cell ?? "—")))))));
}

/** Whether the reader has a role: what only others can do is not offered. */
export const has = (role) => document.getElementById("main").dataset.roles.split(" ").includes(role);

/** A choice among codes; without one chosen, when that is allowed, nothing is sent. */
export function choice(name, codes, { empty, ...properties } = {}) {
  return el("select", { name, ...properties }, empty === undefined ? [] : el("option", { value: "", text: empty }),
    codes.map((code) => el("option", { value: code, text: words(code) })));
}

function valueOf(control) {
  if (control.value === "" || (control.type === "checkbox" && !control.checked)) return undefined;
  switch (control.dataset.as ?? control.type) {
    case "number": return Number(control.value);
    case "boolean": return control.value === "true";
    case "datetime-local": return new Date(control.value).toISOString();
    default: return control.value;
  }
}

/** What was filled in, as the API takes it: controls are named by JSON pointers, ticked ones of one name are a list, empty ones are left out. */
export function gather(made) {
  const body = {};
  for (const control of made.querySelectorAll("[name]")) {
    const value = valueOf(control);
    if (value === undefined) continue;
    const steps = control.name.slice(1).split("/");
    const last = steps.pop();
    const at = steps.reduce((above, step) => (above[step] ??= {}), body);
    if (control.type === "checkbox") (at[last] ??= []).push(value);
    else at[last] = value;
  }
  return body;
}

/** Shows which controls were refused and goes to the first of them. */
function mark(made, pointers) {
  const refused = [...made.querySelectorAll("[name]")].filter((control) => pointers.includes(control.name));
  for (const control of refused) control.setAttribute("aria-invalid", "true");
  refused[0]?.focus();
}

/** A form that is sent as one call; what is refused is shown in it. */
export function form(title, fields, action, send) {
  const button = el("button", { type: "submit", class: "main", text: action });
  const made = el("form", { class: "stack", "aria-label": title }, fields, el("p", {}, button));
  made.addEventListener("submit", async (event) => {
    event.preventDefault();
    made.querySelector(".problem")?.remove();
    for (const control of made.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
    button.disabled = true;
    try {
      await send(made);
    } catch (error) {
      button.disabled = false;
      made.append(failure(error));
      mark(made, error.pointers ?? []);
    }
  });
  return made;
}

/** Says something to those who listen to the page. */
export function say(text) { document.getElementById("live").textContent = text; }

/** Shows a failure where the content would be. */
export function failure(error) {
  say(error.message);
  return el("div", { class: "card problem", role: "alert" }, el("p", { text: error.message }));
}

/** Fills the page; whatever fails is shown in it. */
export async function fill(build) {
  for (const link of document.querySelectorAll(".bar nav a")) {
    if (location.pathname.startsWith(link.pathname) || link.dataset.also === location.pathname) link.setAttribute("aria-current", "page");
  }
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  try {
    main.append(...[].concat(await build()));
  } catch (error) {
    main.append(failure(error));
  } finally {
    main.removeAttribute("aria-busy");
  }
}

/** The ISO week of a date, as the API writes it. */
export function isoWeek(date) {
  const thursday = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(Math.ceil(((thursday - first) / 864e5 + 1) / 7)).padStart(2, "0")}`;
}

/** The Monday of an ISO week. */
export function mondayOf(week) {
  const [year, number] = week.split("-W").map(Number);
  const fourth = new Date(Date.UTC(year, 0, 4));
  fourth.setUTCDate(fourth.getUTCDate() - ((fourth.getUTCDay() || 7) - 1) + (number - 1) * 7);
  return fourth;
}

/** The week so many weeks away. */
export function weekAway(week, weeks) {
  const monday = mondayOf(week);
  monday.setUTCDate(monday.getUTCDate() + weeks * 7);
  return isoWeek(new Date(monday.getUTCFullYear(), monday.getUTCMonth(), monday.getUTCDate()));
}

/** A choice among the organization's programs, with what shows another one; null where there is only one, or the role may not list them. */
export async function programChoice(show) {
  const found = await ask("/scheduling/api/programs?limit=200").then(({ content }) => content.items).catch(() => []);
  if (found.length < 2) return null;
  found.sort((a, b) => a.name.localeCompare(b.name));
  return el("select", { name: "program", onchange: show }, el("option", { value: "", text: "all" }),
    found.map(({ id, name }) => el("option", { value: id, text: name })));
}
