// How one person is doing: attendance and hours by week, scores, check-ins, drug tests, what is due, alerts.
import { ask, day, el, failure, fill, hours, isoWeek, mondayOf, moment, person, table, weekAway, words } from "./iop.js";
import { axis, chart } from "./charts.js";
import { openAlerts } from "./alerts.js";

const admission = location.pathname.split("/").pop();

/** A card that stands for itself: what fails in it leaves the others. A role that may not see it has no such card. */
async function card(title, build) {
  const id = title.toLowerCase().replaceAll(" ", "-");
  try {
    return el("section", { class: "card", "aria-labelledby": id }, el("h2", { id, text: title }), await build());
  } catch (error) {
    return error.status === 403 ? null : failure(error);
  }
}

function values(summary, shown) {
  return el("details", {}, el("summary", { text: summary }), shown);
}

async function attendance() {
  const { content } = await ask(`/progress/api/episodes/${admission}/weeks`);
  const weeks = content.items;
  if (!weeks.length) return el("p", { text: "No session is booked yet." });
  return [
    chart(`Hours given and planned in ${weeks.length} weeks`, (c) => ({
      xAxis: axis(c, { type: "category", data: weeks.map((w) => w.week) }),
      yAxis: axis(c, { type: "value", name: "hours", nameTextStyle: { color: c.quiet } }),
      series: [
        { name: "planned", type: "bar", data: weeks.map((w) => w.plannedMinutes / 60), itemStyle: { color: c.line } },
        { name: "given", type: "bar", data: weeks.map((w) => w.deliveredMinutes / 60), itemStyle: { color: c.accent } },
      ],
    })),
    values("Weeks as a table", table("Attendance by week",
      [{ head: "Week" }, { head: "Attended", number: true }, { head: "Given", number: true }, { head: "Planned", number: true }],
      weeks.map((w) => [w.week, `${w.attendedUnits} of ${w.countedUnits}`, hours(w.deliveredMinutes), hours(w.plannedMinutes)]))),
  ];
}

/** The published bands by which these results were named, lowest first: of several tables the one that says the same of each. */
async function bandsOf(code, results) {
  const { content } = await ask(`/progress/api/instruments/${code}`);
  const holds = (band, { total }) => band.from <= total && total <= band.to;
  const fits = ({ bands }) => results.every((result) => bands.some((band) => holds(band, result) && band.code === result.band));
  return (content.bandTables.find(fits)?.bands ?? []).toSorted((a, b) => a.from - b.from);
}

/** Every other band is tinted and each is named, so that a band is not told by colour alone. */
function areas(bands, c) {
  return { silent: true, label: { position: "insideTopRight", color: c.quiet, fontSize: 11 },
    data: bands.map((band, i) => [{ name: band.title, yAxis: band.from, itemStyle: { color: i % 2 ? c.tint : "transparent" } }, { yAxis: bands[i + 1]?.from ?? band.to }]) };
}

async function scores(patientId) {
  const all = (await ask(`/progress/api/patients/${patientId}/assessments?limit=200`)).content.items.filter((a) => a.total !== null && !a.replacedById && !a.voidedAt);
  if (!all.length) return el("p", { text: "No score yet." });
  all.sort((a, b) => a.takenAt.localeCompare(b.takenAt));
  const instruments = [...new Set(all.map((a) => a.instrument))];
  const shown = await Promise.all(instruments.map(async (code) => {
    const of = all.filter((a) => a.instrument === code);
    const bands = await bandsOf(code, of);
    return [
      chart(`${code}: ${of.map((a) => `${a.total} ${words(a.band ?? "")}`).join(", ")}`, (c) => ({
        xAxis: axis(c, { type: "time" }),
        yAxis: axis(c, { type: "value", minInterval: 1, ...(bands.length ? { min: bands[0].from, max: bands.at(-1).to } : {}) }),
        series: [{ name: code, type: "line", symbolSize: 9, data: of.map((a) => [a.takenAt, a.total]), itemStyle: { color: c.accent }, markArea: areas(bands, c) }],
      })),
      values(`${code} as a table`, table(code, [{ head: "Taken" }, { head: "Total", number: true }, { head: "Band" }],
        of.map((a) => [moment(a.takenAt), String(a.total) + (a.prorated ? " (prorated)" : ""), words(a.band ?? "—")]))),
    ];
  }));
  return shown.flat();
}

const WEEKS = 12;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Each day of the weeks with its craving as a number and a shade; a day with use has a cross, one without a report is empty. */
function heatMap(found, first) {
  const cells = found.map((x) => {
    const days = Math.round((Date.parse(x.forOn) - first.getTime()) / 86_400_000);
    return [Math.floor(days / 7), days % 7, x.craving, x.substanceUse ? " ×" : "", x.forOn, x.mood];
  });
  const used = found.filter((x) => x.substanceUse).length;
  const mondays = Array.from({ length: WEEKS }, (_, i) => new Date(first.getTime() + i * 7 * 86_400_000).toISOString().slice(5, 10));
  return chart(`Craving by day in ${WEEKS} weeks: ${found.length} days reported, ${used} of them with use, marked ×`, (c) => ({
    legend: { show: false },
    tooltip: { trigger: "item", renderMode: "richText", confine: true,
      formatter: ({ data }) => `${data[4]}: craving ${data[2]}, mood ${data[5]}${data[3] ? ", use" : ""}` },
    grid: { left: 44, right: 16, top: 8, bottom: 28 },
    xAxis: axis(c, { type: "category", data: mondays }),
    yAxis: axis(c, { type: "category", data: WEEKDAYS, inverse: true }),
    visualMap: { show: false, min: 0, max: 10, dimension: 2, inRange: { color: [c.bad], colorAlpha: [0.04, 0.45] } },
    series: [{ name: "craving", type: "heatmap", data: cells, itemStyle: { borderColor: c.line, borderWidth: 1 },
      label: { show: true, color: c.ink, formatter: ({ data }) => `${data[2]}${data[3]}` } }],
  }));
}

async function checkIns(patientId) {
  const first = mondayOf(weekAway(isoWeek(new Date()), 1 - WEEKS));
  const from = first.toISOString().slice(0, 10);
  const found = (await ask(`/progress/api/patients/${patientId}/check-ins?from=${from}&limit=200`)).content.items.sort((a, b) => a.forOn.localeCompare(b.forOn));
  if (!found.length) return el("p", { text: `No check-in in the last ${WEEKS} weeks.` });
  const use = (c) => (c.substanceUse ? (c.substances?.length ? c.substances.map(words).join(", ") : "yes") : "none");
  return [
    chart(`Mood and craving in ${found.length} check-ins, 0 to 10`, (c) => ({
      xAxis: axis(c, { type: "category", data: found.map((x) => x.forOn) }),
      yAxis: axis(c, { type: "value", min: 0, max: 10 }),
      series: [
        { name: "mood", type: "line", symbolSize: 8, data: found.map((x) => x.mood), itemStyle: { color: c.good } },
        { name: "craving", type: "line", symbol: "rect", symbolSize: 8, lineStyle: { type: "dashed" }, data: found.map((x) => x.craving), itemStyle: { color: c.bad } },
      ],
    })),
    el("p", { class: "quiet", text: "Craving by day, 0 to 10; × is a day with use." }),
    heatMap(found, first),
    values("Check-ins as a table", table("Check-ins", [{ head: "Day" }, { head: "Mood", number: true }, { head: "Craving", number: true }, { head: "Use" }, { head: "Sleep", number: true }],
      found.toReversed().map((c) => [day(c.forOn), String(c.mood), String(c.craving), use(c), c.sleepHours == null ? "—" : `${c.sleepHours} h`]))),
  ];
}

/** What tests found, beside what the person says and never mixed with it. */
async function drugTests(patientId) {
  const found = (await ask(`/progress/api/patients/${patientId}/drug-tests?limit=200`)).content.items.filter((t) => !t.voidedAt);
  if (!found.length) return el("p", { text: "No drug test." });
  found.sort((a, b) => b.collectedAt.localeCompare(a.collectedAt));
  const named = (test, outcome) => test.findings.filter((f) => f.outcome === outcome)
    .map((f) => words(f.analyte) + (f.prescribed ? " (prescribed)" : "")).join(", ") || "—";
  return table("Drug tests", [{ head: "Collected" }, { head: "Test" }, { head: "Positive" }, { head: "Inconclusive" }, { head: "Negative" }],
    found.map((t) => [moment(t.collectedAt), `${words(t.specimen)}, ${words(t.kind)}`, named(t, "POSITIVE"), named(t, "INCONCLUSIVE"), named(t, "NEGATIVE")]));
}

async function due(patientId) {
  const { content } = await ask(`/progress/api/patients/${patientId}/due-work`);
  if (!content.items.length) return el("p", { text: "Nothing is due." });
  return el("ul", { class: "plain" }, content.items.map((item) => el("li", { class: "row" },
    el("span", { class: `badge ${item.status === "OVERDUE" ? "warn" : ""}`, text: words(item.status) }),
    el("strong", { text: item.item === "CHECK_IN" ? "Check-in" : item.item }), el("span", { class: "quiet" }, "due ", day(item.dueOn)))));
}

async function suggestion() {
  const { content } = await ask(`/progress/api/episodes/${admission}/level-suggestion`);
  return [
    el("p", {}, "By the figures, consider: ", el("strong", { text: words(content.suggestion ?? "nothing yet") }), ". A clinician decides."),
    values("Every criterion", table("Criteria", [{ head: "Criterion" }, { head: "Standing" }],
      content.findings.map((f) => [f.sentence, words(f.standing)]))),
  ];
}

fill(async () => {
  const { content: episode } = await ask(`/progress/api/episodes/${admission}`);
  const cards = await Promise.all([
    card("Attendance", attendance),
    card("Scores", () => scores(episode.patientId)),
    card("Check-ins", () => checkIns(episode.patientId)),
    card("Drug tests", () => drugTests(episode.patientId)),
    card("Due", () => due(episode.patientId)),
    card("Level of care", suggestion),
    openAlerts(episode.patientId).catch((error) => (error.status === 403 ? null : failure(error))),
  ]);
  return [
    el("section", { class: "card", "aria-labelledby": "who" },
      person(episode.patientId, el("h2", { id: "who" })),
      el("dl", { class: "facts" },
        el("dt", { text: "Level" }), el("dd", { text: episode.levelOfCare }),
        el("dt", { text: "Admitted" }), el("dd", {}, day(episode.admittedOn)),
        el("dt", { text: "Prescribed" }), el("dd", { text: `${hours(episode.prescribedMinutesPerWeek)} a week` }),
        ...(episode.endedOn ? [el("dt", { text: "Ended" }), el("dd", {}, day(episode.endedOn))] : []))),
    el("div", { class: "grid" }, cards.filter(Boolean)),
    el("p", {}, el("a", { href: "/progress/dashboard/caseload", text: "Back to the caseload" })),
  ];
});
