// What the placement rules recommend and why, what has to be done because of it, and what a clinician decides.
import { ask, el, form, has, moment, table, words } from "./iop.js";
import { assess, LEVELS, nameOfFact } from "./assessment.js";

/** A clinician decides; what the rules recommend is where the choice begins. */
function decide(api, latest) {
  const recommended = latest?.advice.recommendedLevel;
  const level = el("select", {}, LEVELS.map((code) => el("option", { value: code, text: code, selected: code === (recommended ?? "2.1") })));
  const rationale = el("textarea", { name: "/rationale", rows: 3, maxlength: 2000, required: true });
  const because = el("textarea", { name: "/overrideReason", rows: 2, maxlength: 2000 });
  const override = el("label", { hidden: true }, "Why another level than recommended", because);
  level.addEventListener("change", () => {
    override.hidden = !latest || level.value === recommended;
    because.required = !override.hidden;
  });
  return form("Decide the level of care", [
    el("label", {}, "Level of care, ASAM 4th edition", level), el("label", {}, "Why it fits the person", rationale), override,
  ], "Record placement", async () => {
    await ask(`${api}/placements`, { method: "POST", body: { levelOfCare: level.value, criteriaEdition: "ASAM4", rationale: rationale.value,
      ...(latest ? { recommendationId: latest.id } : {}), ...(because.required ? { overrideReason: because.value } : {}) } });
    location.reload();
  });
}

function recommendation({ advice, recommendedAt }, asking) {
  const { alternatives, missingInputs, notes } = advice;
  return [
    el("p", {}, advice.recommendedLevel ? "Recommended: " : "No level is recommended: ",
      el("strong", { text: advice.recommendedLevel ? `level ${advice.recommendedLevel}` : words(advice.decision) }),
      advice.concurrentLevel ? ` together with ${advice.concurrentLevel}` : null, `, rules ${advice.ruleSetVersion}, `, moment(recommendedAt), "."),
    table("Reasons", [{ head: "Rule" }, { head: "Reason" }, { head: "Decides" }], advice.reasons.map((r) => [r.ruleId, r.text, r.decisive ? "yes" : "no"])),
    alternatives.length ? el("ul", { "aria-label": "Alternatives" }, alternatives.map((a) => el("li", { text: `Level ${a.level}: ${a.text}` }))) : null,
    notes.length ? el("ul", { "aria-label": "To be looked at" }, notes.map((note) => el("li", { text: note }))) : null,
    missingInputs.length ? el("p", { text: `Not known: ${missingInputs.map((pointer) => nameOfFact(asking, pointer)).join(", ")}.` }) : null,
    el("p", { class: "quiet", text: advice.disclaimer }),
  ];
}

/** The recommendation and the decision, with what the reader may do next. */
export async function placement(api, status) {
  const [{ content: recommended }, { content: decided }] = await Promise.all([ask(`${api}/placement-recommendations?limit=200`), ask(`${api}/placements`)]);
  const newest = recommended.items.at(-1);
  const latest = newest && (await ask(`${api}/placement-recommendations/${newest.id}`)).content;
  const decision = decided.items.at(-1);
  const open = ["SCREENING", "PLACED"].includes(status);
  const asking = assess(api, latest);
  return [
    decision ? el("p", {}, "Decided: ", el("strong", { text: `level ${decision.levelOfCare}` }), `, ${decision.criteriaEdition}, `, moment(decision.decidedAt),
      decision.overrideReason ? `. Other than recommended: ${decision.overrideReason}` : ".") : null,
    ...(latest ? recommendation(latest, asking) : []),
    latest || decision ? null : el("p", { text: "No placement is recommended or decided yet." }),
    open && (has("clinician") || has("intake-coordinator")) ? asking : null,
    open && has("clinician") ? decide(api, latest) : null,
  ].filter(Boolean);
}

const TONE = { OVERDUE: "bad", OPEN: "warn", DONE: "good" };

/** One thing to be done; a clinician notes that it was. */
function action(listed) {
  const path = `/intake/api/placement-actions/${listed.id}`;
  const note = el("textarea", { name: "/note", rows: 2, maxlength: 2000, required: true });
  return el("li", {},
    el("p", {}, el("span", { class: `badge ${TONE[listed.status]}`, text: words(listed.status) }), ` ${listed.text} By `, moment(listed.dueAt),
      listed.safety ? ". Treatment can't start before it is done." : "."),
    listed.note ? el("p", { class: "quiet", text: listed.note }) : null,
    listed.status !== "DONE" && has("clinician") ? form(words(listed.code), [el("label", {}, "What came of it", note)], "Done", async () => {
      const { etag } = await ask(path);
      await ask(`${path}/completion`, { method: "POST", ifMatch: etag, body: { note: note.value } });
      location.reload();
    }) : null);
}

/** What the rules ask to be done about the referred person; nothing where they ask for nothing. */
export async function actions(referralId) {
  const { content } = await ask(`/intake/api/placement-actions?referralId=${referralId}&limit=200`);
  return content.items.length ? el("ul", { class: "plain" }, content.items.map(action)) : null;
}
