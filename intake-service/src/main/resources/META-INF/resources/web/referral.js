// One referral: what is known, what the rules recommend and why, what stands before admission and who can close it.
import { ask, choice, day, el, failure, fill, form, gather, has, moment, person, say, table, today, words } from "./iop.js";
import { actions, placement } from "./placement.js";

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

/** A coordinator admits; the programs are scheduling's. */
async function admit() {
  const { content } = await ask("/scheduling/api/programs?limit=200");
  if (!content.items.length) return el("p", { text: "There is no program to admit to yet." });
  const program = el("select", {}, content.items.map((p) => el("option", { value: p.id, text: p.name })));
  const start = el("input", { type: "date", required: true, value: today() });
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

const SIGNERS = ["PATIENT", "PARENT", "GUARDIAN", "PERSONAL_REPRESENTATIVE"];

/** Somebody signed the consent to treatment; staff records it. */
function consentToTreat(patientId) {
  return form("Record a consent to treatment", [
    el("label", {}, "Who signed", el("input", { name: "/signerName", required: true, maxlength: 200 })),
    el("label", {}, "Signed as", choice("/signerRole", SIGNERS)),
    el("label", {}, "How", choice("/method", ["ON_PAPER", "ELECTRONIC"])),
    el("label", {}, "How the signer is known", choice("/identityKnownBy", ["PHOTO_ID", "KNOWN_TO_STAFF"])),
    el("label", {}, "When", el("input", { type: "datetime-local", name: "/signedAt", required: true })),
  ], "Record consent", async (made) => {
    await ask(`/intake/api/patients/${patientId}/treatment-consents`, { method: "POST", body: gather(made) });
    location.reload();
  });
}

/** Somebody agreed to pay without insurance. */
function selfPay(patientId) {
  return form("Record an agreement to pay without insurance", [
    el("label", {}, "Agreed on", el("input", { type: "date", name: "/agreedOn", required: true, value: today() })),
    el("label", {}, "Who pays", choice("/agreedBy", ["PATIENT", "GUARDIAN", "OTHER"])),
    el("label", {}, "Their name, unless it is the patient", el("input", { name: "/payerName", maxlength: 200 })),
    el("label", {}, "The estimate that they were shown", el("input", { name: "/estimateReference", required: true, maxlength: 200 })),
  ], "Record agreement", async (made) => {
    await ask(`/intake/api/patients/${patientId}/self-pay-agreements`, { method: "POST", body: gather(made) });
    location.reload();
  });
}

const folded = (summary, content) => el("details", {}, el("summary", { text: summary }), content);

/** What closes the gates that are open, for whom may do it here. */
function closing(gates, patientId) {
  const isOpen = (...names) => gates.some((g) => names.includes(g.gate) && g.required && !g.met);
  return [
    isOpen("CONSENT_TO_TREAT", "GUARDIAN_CONSENT") && (has("intake-coordinator") || has("clinician")) ? folded("Record a consent to treatment", consentToTreat(patientId)) : null,
    isOpen("BENEFITS_SETTLED") && has("intake-coordinator") ? folded("Record an agreement to pay without insurance", selfPay(patientId)) : null,
  ];
}

async function gates({ status, patientId }) {
  const { content } = await ask(`${API}/admission-readiness`);
  return [
    el("p", {}, el("span", { class: `badge ${content.ready ? "good" : "warn"}`, text: content.ready ? "ready" : "not ready" }), " to start on ", day(content.startsOn)),
    table("Gates", [{ head: "Gate" }, { head: "Standing" }, { head: "Why" }, { head: "Who can close it" }],
      content.gates.map((g) => [words(g.gate), g.met ? "met" : g.required ? "missing" : "not required", g.reason, g.closableBy.map(words).join(", ") || "—"])),
    ...closing(content.gates, patientId),
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
  const cards = await Promise.all([card("To be done", () => actions(id)), card("Placement", () => placement(API, referral.status)),
    card("Before admission", () => gates(referral)), card("Screening", screening)]);
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
