// Where everybody who was referred is on the way to treatment, with the clocks that run.
import { ask, choice, el, fill, form, gather, has, moment, person, say, words } from "./iop.js";

const STATES = ["RECEIVED", "ACKNOWLEDGED", "SCREENING", "PLACED", "WAITLISTED"];
const TONE = { EMERGENT: "bad", URGENT: "warn" };

function clockOf(referral) {
  const { overdue, acknowledgeBy, firstServiceBy } = referral.access;
  const due = referral.acknowledgedAt ? firstServiceBy : acknowledgeBy;
  const what = referral.acknowledgedAt ? "first service" : "acknowledge";
  return el("div", { class: "quiet" }, overdue.length ? el("span", { class: "badge bad", text: "overdue" }) : null, ` ${what} by `, moment(due));
}

function card(referral) {
  return el("li", {},
    el("div", { class: "row" },
      person(referral.patientId, el("a", { href: `/intake/dashboard/referrals/${referral.id}` })),
      referral.urgency === "ROUTINE" ? null : el("span", { class: `badge ${TONE[referral.urgency] ?? ""}`, text: words(referral.urgency) })),
    el("div", { class: "quiet" }, `${words(referral.source)}, received `, moment(referral.receivedAt)),
    clockOf(referral));
}

/** Somebody calls: a person whom we may not know is written down with what is asked for. */
function newReferral() {
  return el("details", { class: "card" }, el("summary", { text: "New referral" }), form("New referral", [
    el("label", {}, "Given name", el("input", { name: "/patient/givenName", maxlength: 200, autocomplete: "off" })),
    el("label", {}, "Family name", el("input", { name: "/patient/familyName", required: true, maxlength: 200, autocomplete: "off" })),
    el("label", {}, "Birth date", el("input", { type: "date", name: "/patient/birthDate", required: true })),
    el("label", {}, "Gender", choice("/patient/administrativeGender", ["FEMALE", "MALE", "OTHER", "UNKNOWN"])),
    el("label", {}, "Phone", el("input", { type: "tel", name: "/patient/phone", autocomplete: "off" })),
    el("label", {}, "Who asks", choice("/source", ["SELF", "FAMILY", "DISCHARGE_PLANNER", "EHR", "COURT", "EMPLOYER", "OTHER_LEVEL_OF_CARE"])),
    el("label", {}, "How urgent", choice("/urgency", ["ROUTINE", "URGENT", "EMERGENT"])),
    el("label", {}, "What for", el("textarea", { name: "/reason", rows: 3, maxlength: 2000 })),
  ], "Take up the referral", async (made) => {
    const { content } = await ask("/intake/api/referrals", { method: "POST", body: gather(made) });
    location.assign(`/intake/dashboard/referrals/${content.id}`);
  }));
}

fill(async () => {
  const columns = await Promise.all(STATES.map(async (status) => {
    const { content, next } = await ask(`/intake/api/referrals?status=${status}&limit=100`);
    return el("section", { class: "card", "aria-labelledby": status },
      el("h2", { id: status, text: `${words(status)} (${content.items.length}${next ? "+" : ""})` }),
      content.items.length ? el("ul", { class: "plain" }, content.items.map(card)) : el("p", { class: "quiet", text: "Nobody" }));
  }));
  say("The board is shown");
  return [has("intake-coordinator") ? newReferral() : null, el("div", { class: "columns" }, columns)].filter(Boolean);
});
