// A program's week: who meets when, attendance of a whole group, and the roster: run, compare, publish.
import { ask, day, el, failure, fill, isoWeek, mondayOf, person, say, table, weekAway, words } from "./iop.js";

const API = "/scheduling/api";
const CODES = ["ATTENDED", "LATE", "PARTIAL", "NO_SHOW", "EXCUSED", "LATE_CANCEL", "CANCELLED_BY_PROGRAM"];
const OVER = ["SOLVED", "FAILED", "CANCELLED", "PUBLISHED"];

async function everything(path, most = 2000) {
  const items = [];
  for (let next = path; next && items.length < most;) {
    const page = await ask(next);
    items.push(...page.content.items);
    next = page.next;
  }
  return items;
}

const monday = (week) => mondayOf(week).toISOString().slice(0, 10);

/** A time of day in the program's zone, which is where people meet. */
const clock = (instant, zone) => new Intl.DateTimeFormat(undefined, { timeStyle: "short", timeZone: zone }).format(new Date(instant));

function sessionItem(session, names, open) {
  const place = session.tele ? "by video" : names.rooms.get(session.roomId) ?? "no room";
  return el("li", {},
    el("div", { class: "row" }, el("strong", { text: `${clock(session.startsAt, session.zone)}–${clock(session.endsAt, session.zone)}` }),
      el("span", { class: `badge ${session.status === "CANCELLED" ? "bad" : ""}`, text: session.status === "CANCELLED" ? "canceled" : words(session.kind) })),
    el("div", { text: names.series.get(session.seriesId) ?? "" }),
    el("div", { class: "quiet", text: `${names.clinicians.get(session.clinicianId) ?? "no clinician"}, ${place}, ${session.seatsTaken} of ${session.capacity} seats` }),
    session.seatsTaken ? el("button", { type: "button", text: "Attendance", onclick: () => open(session) }) : null);
}

function grid(sessions, names, open) {
  const days = new Map();
  for (const session of sessions) days.set(session.sessionOn, [...(days.get(session.sessionOn) ?? []), session]);
  return el("div", { class: "columns days" }, [...days.keys()].sort().map((date) => el("section", { class: "card", "aria-label": date },
    el("h2", {}, new Intl.DateTimeFormat(undefined, { weekday: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`)), " ", el("span", { class: "quiet" }, day(date))),
    el("ul", { class: "plain" }, days.get(date).sort((a, b) => a.startsAt.localeCompare(b.startsAt)).map((session) => sessionItem(session, names, open))))));
}

function markOf({ choice, minutes, reason }) {
  return {
    code: choice.value,
    ...(choice.value === "LATE" && minutes.value ? { minutesLate: Number(minutes.value) } : {}),
    ...(choice.value === "PARTIAL" && minutes.value ? { minutesPresent: Number(minutes.value) } : {}),
    ...(reason.value ? { reason: reason.value } : {}),
  };
}

/** What was recorded otherwise is corrected by itself, with its reason. */
async function correct(bookingId, mark) {
  const { etag } = await ask(`${API}/bookings/${bookingId}/attendance`);
  await ask(`${API}/bookings/${bookingId}/attendance`, { method: "PUT", ifMatch: etag, body: markOf(mark) });
}

/** Marks of a whole group, kept in one call; whoever is not told apart attended. Corrections need a reason. */
async function attendance(session, names, done) {
  const { content } = await ask(`${API}/sessions/${session.id}/attendance`);
  const choices = new Map();
  const rows = content.clients.map((client) => {
    const choice = el("select", { "aria-label": "Attendance" }, client.code ? null : el("option", { value: "", text: "attended, as the others" }),
      CODES.map((code) => el("option", { value: code, text: words(code), selected: client.code === code })));
    const minutes = el("input", { type: "number", min: 0, max: client.plannedMinutes, "aria-label": "Minutes late or present" });
    const reason = el("input", { type: "text", maxlength: 200, "aria-label": "Reason" });
    choices.set(client.bookingId, { choice, minutes, reason, before: client.code ?? "" });
    choice.addEventListener("change", () => { reason.required = Boolean(client.code) && choice.value !== client.code; });
    return [person(client.patientId), choice, minutes, reason, `${client.deliveredMinutes} of ${client.plannedMinutes}`];
  });
  const panel = el("form", { class: "card", "aria-labelledby": "attendance" });
  panel.append(
    el("h2", { id: "attendance", tabindex: "-1" }, `Attendance: ${names.series.get(session.seriesId) ?? words(session.kind)}, ${clock(session.startsAt, session.zone)} ${session.zone}`),
    table("Marks", [{ head: "Client" }, { head: "Attendance" }, { head: "Minutes late or present" }, { head: "Reason" }, { head: "Minutes given", number: true }], rows),
    el("p", { class: "row" }, el("button", { type: "submit", class: "main", text: "Keep" }), el("button", { type: "button", text: "Close", onclick: () => panel.remove() })));
  panel.addEventListener("submit", async (event) => {
    event.preventDefault();
    const changed = [...choices].filter(([, c]) => c.choice.value && c.choice.value !== c.before);
    const marks = changed.filter(([, c]) => !c.before).map(([bookingId, c]) => ({ bookingId, ...markOf(c) }));
    try {
      if (content.unmarked) await ask(`${API}/sessions/${session.id}/attendance`, { method: "PUT", body: { marks, others: "ATTENDED" } });
      for (const [bookingId, c] of changed.filter(([, one]) => one.before)) await correct(bookingId, c);
      say("Attendance is kept");
      panel.remove();
      await done();
    } catch (error) {
      panel.querySelector(".problem")?.remove();
      panel.append(failure(error));
    }
  });
  return panel;
}

function outcome(run, changes) {
  const { result } = run;
  return [
    el("p", {}, `Hard rules broken ${result.score.hard}, unplaced ${result.score.medium}, wishes not met ${result.score.soft}. `,
      changes ? `Against the published week: ${changes.totals.added} added, ${changes.totals.removed} removed, ${changes.totals.moved} moved; ${changes.totals.disturbed} clients disturbed.` : ""),
    result.unassigned.length ? table("Not placed", [{ head: "What" }, { head: "Why" }, { head: "What would help" }],
      result.unassigned.map((u) => [words(u.kind), u.reason, u.nearestAlternative ?? "—"])) : el("p", { text: "Everything is placed." }),
  ];
}

/** The engine: run, followed while it searches, published or given up. */
function roster(program, week, done) {
  const status = el("p", { role: "status" });
  const meter = el("meter", { min: 0, max: 100, value: 0, "aria-label": "Percent of the time limit", hidden: true });
  const seconds = el("input", { type: "number", name: "seconds", min: 1, max: 900, value: 10, required: true });
  const scope = el("select", { name: "scope" }, el("option", { value: "REMAINING", text: "those who have nothing booked" }), el("option", { value: "WHOLE", text: "everybody" }));
  const draft = el("div", {});
  const form = el("form", { class: "tools" }, el("label", { text: "Decide the week of" }, scope), el("label", { text: "Seconds" }, seconds),
    el("button", { type: "submit", class: "main", text: "Run the engine" }));

  async function follow(id) {
    for (;;) {
      const { content: run } = await ask(`${API}/roster-runs/${id}`);
      meter.hidden = OVER.includes(run.status);
      meter.value = run.progress?.percentOfTimeLimit ?? 0;
      status.textContent = words(run.status) + (run.progress ? `, ${run.progress.steps} steps` : "") + (run.failure ? `: ${run.failure}` : "");
      if (OVER.includes(run.status)) return run;
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  }

  async function show(run) {
    if (run.status !== "SOLVED") return;
    const changes = await ask(`${API}/roster-runs/${run.id}/changes`).then(({ content }) => content).catch(() => null);
    const publish = el("button", { type: "button", class: "main", text: "Publish", onclick: async () => {
      publish.disabled = true;
      try {
        await ask(`${API}/roster-runs/${run.id}/publication`, { method: "POST", body: {} });
        say("The roster is published");
        draft.replaceChildren(el("p", { text: "Published." }));
        await done();
      } catch (error) {
        publish.disabled = false;
        draft.append(failure(error));
      }
    } });
    draft.replaceChildren(...outcome(run, changes), publish);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    draft.replaceChildren();
    form.querySelector("button").disabled = true;
    try {
      const { content } = await ask(`${API}/roster-runs`, { method: "POST",
        body: { programId: program.id, weekStartingOn: monday(week), timeLimitSeconds: Number(seconds.value), scope: scope.value } });
      await show(await follow(content.id));
    } catch (error) {
      draft.replaceChildren(failure(error));
    } finally {
      form.querySelector("button").disabled = false;
    }
  });
  return el("section", { class: "card", "aria-labelledby": "roster" }, el("h2", { id: "roster", text: "Roster" }), form, el("div", { class: "row" }, meter, status), draft);
}

fill(async () => {
  const programs = await everything(`${API}/programs?limit=200`);
  if (!programs.length) return [el("p", { text: "There is no program yet." })];
  const choice = el("select", { name: "program" }, programs.map((program) => el("option", { value: program.id, text: program.name })));
  const heading = el("h2", { id: "week" });
  const shown = el("div", {});
  const below = el("div", {});
  let week = isoWeek(new Date());

  async function show() {
    const program = programs.find((p) => p.id === choice.value);
    heading.replaceChildren("Week of ", day(monday(week)), el("span", { class: "quiet", text: ` ${week}, ${program.zone}` }));
    try {
      const of = `programId=${program.id}&limit=200`;
      const [sessions, clinicians, rooms, series] = await Promise.all([
        everything(`${API}/sessions?${of}&weekStartingOn=${monday(week)}`), everything(`${API}/clinicians?${of}`),
        everything(`${API}/rooms?${of}`), everything(`${API}/session-series?${of}`)]);
      const by = (items) => new Map(items.map((item) => [item.id, item.name]));
      const names = { clinicians: by(clinicians), rooms: by(rooms), series: by(series) };
      const open = async (session) => {
        const panel = await attendance(session, names, show).catch(failure);
        below.replaceChildren(panel);
        panel.querySelector("h2")?.focus();
      };
      shown.replaceChildren(
        sessions.length ? grid(sessions, names, open) : el("p", { class: "card", text: "Nothing is scheduled in this week." }), below, roster(program, week, show));
    } catch (error) {
      shown.replaceChildren(failure(error));
    }
  }
  const step = (weeks) => () => { week = weekAway(week, weeks); return show(); };
  choice.addEventListener("change", show);
  await show();
  return [
    el("div", { class: "card tools" }, el("label", { text: "Program" }, choice), heading,
      el("button", { type: "button", text: "Week before", onclick: step(-1) }), el("button", { type: "button", text: "Week after", onclick: step(1) })),
    shown,
  ];
});
