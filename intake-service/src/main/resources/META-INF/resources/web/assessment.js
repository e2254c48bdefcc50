// What is known of a person, as the placement rules take it. Whatever is left empty is unknown, never zero or no.
import { ask, choice, el, form, gather, today, words } from "./iop.js";

const EDITION = "ASAM4";

/** The levels of the edition that the page works with. */
export const LEVELS = ["1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7", "4"];

const SEVERITIES = ["none", "mild", "moderate", "serious", "severe"];
const SUBSTANCES = ["ALCOHOL", "OPIOIDS", "SEDATIVES", "STIMULANTS", "CANNABIS", "TOBACCO", "OTHER"];
const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const UNKNOWN = "not known";

const field = (label, control) => el("label", {}, label, control);
const number = (label, name, max, step = 1) => field(label, el("input", { type: "number", name, min: 0, max, step }));
const time = (label, name) => field(label, el("input", { type: "datetime-local", name }));
const dayOf = (label, name) => field(label, el("input", { type: "date", name, value: today() }));
const level = (label, name) => field(label, choice(name, LEVELS, { empty: UNKNOWN }));
const group = (title, ...fields) => el("fieldset", {}, el("legend", { text: title }), fields);

const yesNo = (label, name) => field(label, el("select", { name, "data-as": "boolean" },
  el("option", { value: "", text: UNKNOWN }), el("option", { value: "true", text: "yes" }), el("option", { value: "false", text: "no" })));

const rating = (dimension, label) => field(label, el("select", { name: `/ratings/${dimension}/severity`, "data-as": "number" },
  el("option", { value: "", text: UNKNOWN }), SEVERITIES.map((name, severity) => el("option", { value: severity, text: `${severity} ${name}` }))));

/** Not asked, asked and none, or a row for each: the three differ for the rules. */
function substances() {
  const rows = el("div", { class: "stack", hidden: true });
  const renumber = () => [...rows.querySelectorAll("fieldset")].forEach((row, i) => {
    for (const control of row.querySelectorAll("[data-field]")) control.name = `/substances/${i}/${control.dataset.field}`;
  });
  const add = () => {
    const used = [...rows.querySelectorAll("select")].map((select) => select.value);
    const left = SUBSTANCES.filter((code) => !used.includes(code));
    if (!left.length) return;
    const row = group("Substance",
      field("Which", el("select", { "data-field": "substance" }, SUBSTANCES.map((code) => el("option", { value: code, text: words(code), selected: code === left[0] })))),
      field("Criteria of a use disorder that are met, 0 to 11", el("input", { type: "number", "data-field": "criteriaCount", min: 0, max: 11 })),
      field("Last used", el("input", { type: "datetime-local", "data-field": "lastUsedAt" })),
      el("button", { type: "button", text: "Remove", onclick: () => { row.remove(); renumber(); } }));
    rows.insertBefore(row, more);
    renumber();
  };
  const more = el("button", { type: "button", id: "more-substances", text: "Add a substance", onclick: add });
  rows.append(more);
  const asked = el("select", { id: "asked-substances", onchange: () => {
    rows.hidden = asked.value !== "some";
    if (rows.hidden) rows.querySelectorAll("fieldset").forEach((row) => row.remove());
    else add();
  } }, [["", "not asked"], ["none", "asked, uses none"], ["some", "uses"]].map(([value, text]) => el("option", { value, text })));
  return group("Substances", field("What the person uses", asked), rows);
}

/** The facts as the API takes them; what was only dated was not answered. */
function facts(made) {
  const { substances: rows, cssrs, phq9, ...known } = gather(made);
  const answered = (part) => part && Object.keys(part).some((key) => key !== "takenOn");
  const asked = made.querySelector("#asked-substances").value;
  return {
    criteriaEdition: EDITION,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...known,
    ...(asked ? { substances: Object.values(rows ?? {}) } : {}),
    ...(answered(cssrs) ? { cssrs } : {}),
    ...(answered(phq9) ? { phq9 } : {}),
  };
}

const local = (instant) => { const at = new Date(instant); return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16); };

function put(control, value) {
  if (value === undefined || value === null) return;
  if (control.type === "checkbox") control.checked = value.includes(control.value);
  else control.value = control.type === "datetime-local" ? local(value) : String(value);
}

/** Begins with what was told to the rules within a day for an admission in this edition; what is older has to be asked again. */
function begin(made, { facts, purpose, recommendedAt }) {
  if (facts.criteriaEdition !== EDITION || purpose !== "ADMISSION" || Date.now() - new Date(recommendedAt) > 864e5) return;
  if (facts.substances) {
    const asked = made.querySelector("#asked-substances");
    asked.value = facts.substances.length ? "some" : "none";
    asked.dispatchEvent(new Event("change"));
    for (let rows = 1; rows < facts.substances.length; rows++) made.querySelector("#more-substances").click();
  }
  for (const control of made.querySelectorAll("[name]")) {
    put(control, control.name.slice(1).split("/").reduce((above, step) => above?.[step], facts));
  }
}

/** What a place in the facts is called on the page: the field's name, or that of its group when several fields are meant. */
export function nameOfFact(asking, pointer) {
  if (pointer === "/substances") return "what the person uses";
  const controls = [...asking.querySelectorAll("[name]")].filter(({ name }) => name === pointer || name.startsWith(`${pointer}/`));
  if (!controls.length) return pointer;
  const group = controls[0].closest("fieldset").querySelector("legend").textContent.toLowerCase();
  return controls.length === 1 ? `${controls[0].closest("label").firstChild.textContent} (${group})` : group;
}

/** Asks the placement rules what they recommend, and keeps the answer. It begins with the latest facts, when there are any. */
export function assess(api, latest) {
  const asking = form("Ask the placement rules", [
    group("Ratings, 0 none to 4 severe",
      rating("d1", "Intoxication and withdrawal"), rating("d2", "Physical health"), rating("d3", "Emotional, behavioral and cognitive state"),
      rating("d4", "Readiness to change"), rating("d5", "Risk of relapse or continued use"), rating("d6", "Home and recovery environment")),
    group("Emergency now",
      yesNo("Overdose", "/acuteFlags/overdose"), yesNo("Altered consciousness", "/acuteFlags/alteredConsciousness"),
      yesNo("Chest pain", "/acuteFlags/chestPain"), yesNo("Unstable vital signs", "/acuteFlags/unstableVitals"),
      yesNo("Active risk of violence", "/acuteFlags/activeViolenceRisk"), yesNo("Needs supervision around the clock", "/needs24hSupervision")),
    substances(),
    group("Withdrawal",
      number("CIWA-Ar total, 0 to 67", "/withdrawal/ciwaAr/total", 67), time("CIWA-Ar taken", "/withdrawal/ciwaAr/takenAt"),
      number("COWS total, 0 to 48", "/withdrawal/cows/total", 48), time("COWS taken", "/withdrawal/cows/takenAt"),
      yesNo("A seizure in an earlier withdrawal", "/withdrawal/pastSeizure"), yesNo("Delirium in an earlier withdrawal", "/withdrawal/pastDelirium"),
      yesNo("Hallucination, confusion or seizure, new in this one", "/withdrawal/newHallucinationConfusionOrSeizure"),
      yesNo("Daily benzodiazepines, barbiturates or similar", "/dailySedativeUse"), yesNo("Pregnant (no where it does not apply)", "/pregnant")),
    group("C-SSRS screener, by question",
      dayOf("Asked on", "/cssrs/takenOn"),
      yesNo("Question 1, past month", "/cssrs/q1"), yesNo("Question 2, past month", "/cssrs/q2"), yesNo("Question 3, if 2 is yes", "/cssrs/q3"),
      yesNo("Question 4, if 2 is yes", "/cssrs/q4"), yesNo("Question 5, if 2 is yes", "/cssrs/q5"), yesNo("Question 6, lifetime", "/cssrs/q6"),
      yesNo("Question 6, past three months, if 6 is yes", "/cssrs/q6Past3Months")),
    group("PHQ-9, item 9", dayOf("Filled in on", "/phq9/takenOn"), number("Answer, 0 to 3", "/phq9/item9", 3)),
    group("Home",
      yesNo("Nobody there threatens or harms the person", "/housing/safe"), yesNo("Somebody there supports the recovery", "/housing/supportive"),
      yesNo("Nobody there drinks or uses", "/housing/soberHome"), yesNo("A safe and supportive place is arranged", "/housing/plan")),
    group("When the person can come",
      number("Hours a week", "/availability/hoursPerWeek", 168, 0.25),
      group("Days", ...DAYS.map((code) => el("label", { class: "tick" }, el("input", { type: "checkbox", name: "/availability/days", value: code }), words(code)))),
      yesNo("Every day of a withdrawal treatment", "/availability/daily")),
    group("Levels of care, ASAM 4th edition",
      level("Treated at now", "/currentLevel"), level("Last left", "/priorLevel"), level("The person asks for", "/patientPreference")),
    group("Found by other software or another assessor",
      field("Level", choice("/externalLevelOfCare/level", LEVELS, { empty: "none" })),
      field("Assessor", el("input", { name: "/externalLevelOfCare/assessor", maxlength: 200 })),
      field("Assessed on", el("input", { type: "date", name: "/externalLevelOfCare/assessedOn" })),
      field("Source", el("input", { name: "/externalLevelOfCare/source", maxlength: 200 }))),
  ], "Ask the rules", async (made) => {
    const { externalLevelOfCare: external, ...known } = facts(made);
    await ask(`${api}/placement-recommendations`, { method: "POST", body: external ? { ...known, externalLevelOfCare: { edition: EDITION, ...external } } : known });
    location.reload();
  });
  asking.classList.add("wide");
  if (latest) begin(asking, latest);
  return el("details", {}, el("summary", { text: "Ask the placement rules" }),
    el("p", { class: "quiet", text: "Whatever is left empty is not known to the rules: they say what they miss." }), asking);
}
