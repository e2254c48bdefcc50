// Open alerts as a list that stays current, with the acknowledgement of each.
import { ask, el, failure, moment, person, say, words } from "./iop.js";

const REASONS = ["REACHING_OUT", "SAFETY_ASSESSED", "CARE_ALREADY_UNDER_WAY", "EMERGENCY_SERVICES_CALLED", "HANDED_TO_ON_CALL",
  "REVIEWED_WITH_TEAM", "RECORDED_IN_ERROR"];
const TONE = { CRITICAL: "bad", HIGH: "bad", MEDIUM: "warn", LOW: "quiet" };

export const severity = (code) => el("span", { class: `badge ${TONE[code] ?? ""}`, text: words(code) });

/** A card of open alerts, of everybody or of one person; it follows the stream, and comes back to it by the last event's id. */
export async function openAlerts(patientId) {
  const titles = new Map((await ask("/progress/api/alert-rules")).content.items.map((rule) => [rule.rule, rule.sentence]));
  const path = "/progress/api/alerts?status=OPEN&limit=50" + (patientId ? `&patientId=${patientId}` : "");
  const alerts = new Map((await ask(path)).content.items.map((alert) => [alert.id, alert]));
  const list = el("ul", { class: "plain" });
  const heading = el("h2", { id: "alerts-heading" });

  function show() {
    heading.textContent = `Open alerts (${alerts.size})`;
    const items = [...alerts.values()].map((alert) => item(alert, titles.get(alert.rule), patientId, (changed) => take(changed)));
    list.replaceChildren(...(items.length ? items : [el("li", { class: "quiet", text: "None is open." })]));
  }

  function take(alert) {
    if (patientId && alert.patientId !== patientId) return;
    const isNew = !alerts.has(alert.id);
    if (alert.status === "OPEN") alerts.set(alert.id, alert); else alerts.delete(alert.id);
    if (alert.status === "OPEN" && isNew) say(`New alert, ${words(alert.severity)}`);
    show();
  }

  show();
  const stream = new EventSource("/progress/api/alert-stream");
  stream.addEventListener("alert", (event) => take(JSON.parse(event.data)));
  addEventListener("pagehide", () => stream.close());
  return el("section", { class: "card", "aria-labelledby": "alerts-heading" }, heading, list);
}

function item(alert, title, isOfOne, done) {
  const reason = el("select", { "aria-label": "What is done", required: true }, el("option", { value: "", text: "What is done?" }), REASONS.map((code) => el("option", { value: code, text: words(code) })));
  const line = el("li", {});
  const form = el("form", { class: "row", onsubmit: async (event) => {
    event.preventDefault();
    try {
      const { etag } = await ask(`/progress/api/alerts/${alert.id}`);
      const { content } = await ask(`/progress/api/alerts/${alert.id}/acknowledgement`,
        { method: "POST", body: { reason: reason.value }, ifMatch: etag });
      say("Acknowledged");
      done(content);
    } catch (error) {
      line.append(failure(error));
    }
  } }, reason, el("button", { type: "submit", text: "Acknowledge" }));
  line.append(
    el("div", { class: "row" }, severity(alert.severity), el("strong", { text: title || alert.rule }), el("span", { class: "quiet", text: alert.rule })),
    el("div", { class: "row quiet" },
      isOfOne || !alert.admissionId ? null : person(alert.patientId, el("a", { href: `/progress/dashboard/clients/${alert.admissionId}` })),
      el("span", {}, "raised ", moment(alert.raisedAt)),
      alert.dueAt ? el("span", {}, "answer by ", moment(alert.dueAt)) : null),
    form);
  return line;
}
