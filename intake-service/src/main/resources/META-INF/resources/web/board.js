// Where everybody who was referred is on the way to treatment, with the clocks that run.
import { ask, el, fill, moment, person, say, words } from "./iop.js";

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

fill(async () => {
  const columns = await Promise.all(STATES.map(async (status) => {
    const { content, next } = await ask(`/intake/api/referrals?status=${status}&limit=100`);
    return el("section", { class: "card", "aria-labelledby": status },
      el("h2", { id: status, text: `${words(status)} (${content.items.length}${next ? "+" : ""})` }),
      content.items.length ? el("ul", { class: "plain" }, content.items.map(card)) : el("p", { class: "quiet", text: "Nobody" }));
  }));
  say("The board is shown");
  return [el("div", { class: "columns" }, columns)];
});
