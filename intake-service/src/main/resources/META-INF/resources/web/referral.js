// One referral: what is known, what the rules recommend and why, what stands before admission and who can close it.
import { ask, day, el, failure, fill, form, has, moment, person, say, table, words } from "./iop.js";

const id = location.pathname.split("/").pop();
const API = `/intake/api/referrals/${id}`;
const STEPS = { RECEIVED: ["acknowledgement", "Acknowledge"], ACKNOWLEDGED: ["screening", "Start screening"] };

async function card(title, build) {
  try {
    const content = await build();
    return content && el("section", { class: "card", "aria-label": title }, el("h2", { text: title }), content);
  } catch (error) {
    return error.status === 403 || error.status === 404 ? null : failure(error);
  }
}

const LEVELS = ["1.0", "1.5", "1.7", "2.1", "2.5", "2.7", "3.1", "3.5", "3.7"];

/** A clinician decides; what the rules recommend is where the choice begins. */
function decide(latest) {
  const recommended = latest?.advice.recommendedLevel;
  const level = el("select", {}, LEVELS.map((code) => el("option", { value: code, text: code, selected: code === (recommended ?? "2.1") })));
  const rationale = el("textarea", { rows: 3, maxlength: 2000, required: true });
  const because = el("textarea", { rows: 2, maxlength: 2000 });
  const override = el("label", { hidden: true }, "Why another level than recommended", because);
  level.addEventListener("change", () => {
    override.hidden = !latest || level.value === recommended;
    because.required = !override.hidden;
  });
  return form("Decide the level of care", [
    el("label", {}, "Level of care, ASAM 4th edition", level), el("label", {}, "Why it fits the person", rationale), override,
  ], "Record placement", async () => {
    await ask(`${API}/placements`, { method: "POST", body: { levelOfCare: level.value, criteriaEdition: "ASAM4", rationale: rationale.value,
      ...(latest ? { recommendationId: latest.id } : {}), ...(because.required ? { overrideReason: because.value } : {}) } });
    location.reload();
  });
}

/** A coordinator admits; the programs are scheduling's. */
async function admit() {
  const { content } = await ask("/scheduling/api/programs?limit=200");
  if (!content.items.length) return el("p", { text: "There is no program to admit to yet." });
  const program = el("select", {}, content.items.map((p) => el("option", { value: p.id, text: p.name })));
  const start = el("input", { type: "date", required: true, value: new Date().toLocaleDateString("sv") });
  const minutes = el("input", { type: "number", min: 15, step: 15 });
  return form("Admit", [
    el("label", {}, "Program", program), el("label", {}, "First day of treatment", start),
    el("label", {}, "Minutes a week, the level's standard when empty", minutes),
  ], "Admit", async () => {
    await ask("/intake/api/admissions", { method: "POST", body: { referralId: id, programId: program.value, admittedOn: start.value,
      ...(minutes.value ? { prescribedMinutesPerWeek: Number(minutes.value) } : {}) } });
    location.reload();
  });
}

async function placement(status) {
  const [{ content: recommended }, { content: decided }] = await Promise.all([ask(`${API}/placement-recommendations`), ask(`${API}/placements`)]);
  const newest = recommended.items.at(-1);
  const latest = newest && (await ask(`${API}/placement-recommendations/${newest.id}`)).content;
  const decision = decided.items.at(-1);
  const deciding = has("clinician") && ["SCREENING", "PLACED"].includes(status) ? decide(latest) : null;
  if (!latest && !decision) return [el("p", { text: "No placement is recommended or decided yet." }), deciding].filter(Boolean);
  return [
    decision ? el("p", {}, "Decided: ", el("strong", { text: `level ${decision.levelOfCare}` }), `, ${decision.criteriaEdition}, `, moment(decision.decidedAt),
      decision.overrideReason ? `. Other than recommended: ${decision.overrideReason}` : ".") : null,
    ...(latest ? [
      el("p", {}, "Recommended: ", el("strong", { text: latest.advice.recommendedLevel ? `level ${latest.advice.recommendedLevel}` : words(latest.advice.decision) }),
        `, rules ${latest.advice.ruleSetVersion}.`),
      table("Reasons", [{ head: "Rule" }, { head: "Reason" }, { head: "Decides" }], latest.advice.reasons.map((r) => [r.ruleId, r.text, r.decisive ? "yes" : "no"])),
      latest.advice.missingInputs.length ? el("p", { text: `Not known: ${latest.advice.missingInputs.join(", ")}` }) : null,
      el("p", { class: "quiet", text: latest.advice.disclaimer }),
    ] : []),
    deciding,
  ].filter(Boolean);
}

async function gates(status) {
  const { content } = await ask(`${API}/admission-readiness`);
  return [
    el("p", {}, el("span", { class: `badge ${content.ready ? "good" : "warn"}`, text: content.ready ? "ready" : "not ready" }), " to start on ", day(content.startsOn)),
    table("Gates", [{ head: "Gate" }, { head: "Standing" }, { head: "Why" }, { head: "Who can close it" }],
      content.gates.map((g) => [words(g.gate), g.met ? "met" : g.required ? "missing" : "not required", g.reason, g.closableBy.map(words).join(", ") || "—"])),
    has("intake-coordinator") && ["PLACED", "WAITLISTED"].includes(status) ? await admit() : null,
  ].filter(Boolean);
}

async function screening() {
  const { content } = await ask(`${API}/screening-results`);
  if (!content.items.length) return el("p", { text: "Nothing is screened yet." });
  return table("Screening results", [{ head: "Instrument" }, { head: "Total", number: true }, { head: "Band" }],
    content.items.map((r) => [r.instrument ?? r.code, String(r.total ?? "—"), words(r.band ?? "—")]));
}

fill(async () => {
  const { content: referral, etag } = await ask(API);
  const step = STEPS[referral.status];
  const notice = el("div", {});
  const button = step && el("button", { type: "button", class: "main", text: step[1], onclick: async () => {
    button.disabled = true;
    try {
      await ask(`${API}/${step[0]}`, { method: "POST", ifMatch: etag });
      say("Done");
      location.reload();
    } catch (error) {
      button.disabled = false;
      notice.replaceChildren(failure(error));
    }
  } });
  const cards = await Promise.all([card("Placement", () => placement(referral.status)), card("Before admission", () => gates(referral.status)), card("Screening", screening)]);
  return [
    el("section", { class: "card", "aria-labelledby": "who" }, person(referral.patientId, el("h2", { id: "who" })),
      el("dl", { class: "facts" },
        el("dt", { text: "State" }), el("dd", { text: words(referral.status) }),
        el("dt", { text: "Source" }), el("dd", { text: words(referral.source) }),
        el("dt", { text: "Urgency" }), el("dd", { text: words(referral.urgency) }),
        el("dt", { text: "Received" }), el("dd", {}, moment(referral.receivedAt)),
        el("dt", { text: "Acknowledge by" }), el("dd", {}, moment(referral.access.acknowledgeBy)),
        el("dt", { text: "First service by" }), el("dd", {}, moment(referral.access.firstServiceBy)),
        ...(referral.access.overdue.length ? [el("dt", { text: "Overdue" }), el("dd", { class: "bad", text: referral.access.overdue.map(words).join(", ") })] : [])),
      button ? el("p", {}, button) : null, notice),
    ...cards.filter(Boolean),
    el("p", {}, el("a", { href: "/intake/dashboard/board", text: "Back to the board" })),
  ];
});
