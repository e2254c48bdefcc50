// Everyone in treatment, one line each, with the alerts that wait for somebody.
import { ask, day, el, failure, fill, hours, isoWeek, mondayOf, person, programChoice, table, weekAway, words } from "./iop.js";
import { openAlerts, severity } from "./alerts.js";

const COLUMNS = [{ head: "Client" }, { head: "Level" }, { head: "Hours given" }, { head: "Sessions", number: true }, { head: "Last check-in" },
  { head: "Last score" }, { head: "Open alerts" }];

function row(entry) {
  const week = entry.attendance;
  const share = entry.prescribedMinutesPerWeek ? week.deliveredMinutes / entry.prescribedMinutesPerWeek : 0;
  return [
    person(entry.patientId, el("a", { href: `/progress/dashboard/clients/${entry.admissionId}` })),
    entry.levelOfCare,
    el("span", {}, el("meter", { min: 0, max: 1, low: 0.5, high: 0.8, optimum: 1, value: Math.min(share, 1), "aria-label": "Share of the prescribed hours" }),
      ` ${hours(week.deliveredMinutes)} of ${hours(entry.prescribedMinutesPerWeek)}`),
    `${week.attendedUnits} of ${week.countedUnits}` + (week.unmarkedUnits ? ` (${week.unmarkedUnits} not marked)` : ""),
    entry.lastCheckIn ? el("span", {}, day(entry.lastCheckIn.forOn), ` · mood ${entry.lastCheckIn.mood}, craving ${entry.lastCheckIn.craving}`) : "none yet",
    entry.lastScore ? `${entry.lastScore.instrument} ${entry.lastScore.total}, ${words(entry.lastScore.band)}` : "none yet",
    entry.openAlerts.count ? el("span", { class: "row" }, severity(entry.openAlerts.highestSeverity), `${entry.openAlerts.count}`) : "none",
  ];
}

fill(async () => {
  const body = el("div", {});
  const label = el("h2", { id: "week" });
  let week = isoWeek(new Date());
  const program = await programChoice(() => show());

  async function show() {
    label.replaceChildren("Week of ", day(mondayOf(week).toISOString().slice(0, 10)), el("span", { class: "quiet", text: ` ${week}` }));
    try {
      const rows = [];
      let next = `/progress/api/caseload?week=${week}&limit=200` + (program?.value ? `&programId=${program.value}` : "");
      while (next && rows.length < 1000) {
        const page = await ask(next);
        rows.push(...page.content.items);
        next = page.next;
      }
      rows.sort((a, b) => b.openAlerts.count - a.openAlerts.count);
      body.replaceChildren(rows.length ? table(`Caseload of week ${week}`, COLUMNS, rows.map(row)) : el("p", { text: "Nobody is in treatment." }));
    } catch (error) {
      body.replaceChildren(failure(error));
    }
  }
  const step = (weeks) => () => { week = weekAway(week, weeks); return show(); };
  await show();
  const alerts = await openAlerts().catch((error) => (error.status === 403 ? null : failure(error)));
  return [
    el("section", { class: "card", "aria-labelledby": "week" },
      el("div", { class: "tools" }, label,
        ...(program ? [el("label", { text: "Program" }, program)] : []),
        el("button", { type: "button", text: "Week before", onclick: step(-1) }),
        el("button", { type: "button", text: "Week after", onclick: step(1) })),
      body,
      el("p", { class: "quiet", text: "Hours given are against the prescription; sessions that the program canceled don't count. Weeks are the program's." })),
    ...(alerts ? [alerts] : []),
  ];
});
