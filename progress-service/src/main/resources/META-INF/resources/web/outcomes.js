// What the program achieves: each figure with its definition, numerator and denominator, and what is hidden, and why.
import { ask, day, el, failure, fill, programChoice, say, table, words } from "./iop.js";

const month = (away) => { const d = new Date(); d.setUTCDate(1); d.setUTCMonth(d.getUTCMonth() + away); return d.toISOString().slice(0, 7); };
const shown = (measure) => measure.suppressed || measure.value == null ? (measure.suppressed ? "hidden" : "—")
  : measure.value <= 1 && measure.denominator >= measure.numerator ? `${(measure.value * 100).toFixed(1)} %` : String(measure.value);

function figures(metric) {
  const { definition, all, groups } = metric;
  const divided = groups.length > 0;
  const isHidden = [all, ...groups].some((group) => group.persons == null || group.measures.some((measure) => measure.suppressed));
  const rows = [all, ...groups].flatMap((group) => group.measures.map((measure) => [
    ...(divided ? [group === all ? "everybody" : words(group.key)] : []), words(measure.code), shown(measure),
    measure.suppressed ? "hidden" : `${measure.numerator ?? "—"} of ${measure.denominator ?? "—"}`]));
  const columns = [...(divided ? [{ head: "Group" }] : []), { head: "Measure" }, { head: "Figure", number: true }, { head: "Counts", number: true }];
  return el("section", { class: "card", "aria-label": definition.title },
    el("h2", { text: definition.title }),
    table(`Figures: ${definition.title}`, columns, rows),
    el("p", { class: "quiet" }, "As of ", day(metric.asOf), `. Persons: ${all.persons ?? "hidden"}. `, isHidden ? metric.suppression : ""),
    el("details", {}, el("summary", { text: "Definition" }),
      el("p", { text: definition.text }),
      el("dl", { class: "facts" },
        el("dt", { text: "Population" }), el("dd", { text: definition.population }),
        el("dt", { text: "Left out" }), el("dd", { text: definition.exclusions }),
        el("dt", { text: "Source" }), el("dd", { text: definition.source }),
        ...definition.measures.flatMap((m) => [el("dt", { text: words(m.code) }), el("dd", { text: `${m.numerator} ÷ ${m.denominator}` })]))),
    el("button", { type: "button", text: "CSV", "aria-label": `${definition.title} as CSV`, onclick: () => download(definition.code, metric) }));
}

/** The figures as they are shown, so that what is hidden stays hidden. */
function download(code, metric) {
  const quoted = (value) => { const text = String(value ?? ""); return `"${(/^[=+\-@\t]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text).replaceAll('"', '""')}"`; };
  const lines = [["metric", "group", "measure", "numerator", "denominator", "value", "suppressed", "as_of"],
    ...[["ALL", metric.all], ...metric.groups.map((g) => [g.key, g])].flatMap(([key, group]) => group.measures.map((m) =>
      [code, key, m.code, m.numerator, m.denominator, m.value, m.suppressed, metric.asOf]))];
  const file = new Blob([lines.map((line) => line.map(quoted).join(",")).join("\r\n")], { type: "text/csv" });
  const link = el("a", { href: URL.createObjectURL(file), download: `${code.toLowerCase()}.csv` });
  link.click();
  URL.revokeObjectURL(link.href);
  say("Saved as CSV");
}

fill(async () => {
  const { items, notOffered } = (await ask("/progress/api/metrics")).content;
  const from = el("input", { type: "month", name: "from", value: month(-11), required: true });
  const to = el("input", { type: "month", name: "to", value: month(0), required: true });
  const by = el("select", { name: "by" }, el("option", { value: "", text: "nothing" }),
    ["PROGRAM", "LEVEL", "ADMISSION_MONTH", "REFERRAL_SOURCE", "PAYER", "TRACK"].map((code) => el("option", { value: code, text: words(code) })));
  const program = await programChoice();
  const results = el("div", { class: "columns wide" });

  async function show() {
    results.setAttribute("aria-busy", "true");
    const query = `from=${from.value}&to=${to.value}` + (by.value ? `&by=${by.value}` : "") + (program?.value ? `&programId=${program.value}` : "");
    const cards = await Promise.all(items.map(({ code }) => ask(`/progress/api/metrics/${code}?${query}`)
      .then(({ content }) => figures(content)).catch(failure)));
    results.replaceChildren(...cards);
    results.removeAttribute("aria-busy");
    say("Figures are shown");
  }
  await show();
  return [
    el("form", { class: "tools card", onsubmit: (event) => { event.preventDefault(); show(); } },
      el("label", { text: "Months from" }, from), el("label", { text: "to" }, to), el("label", { text: "Divided by" }, by),
      ...(program ? [el("label", { text: "Program" }, program)] : []),
      el("button", { type: "submit", class: "main", text: "Show" })),
    results,
    notOffered?.length ? el("details", { class: "card" }, el("summary", { text: "Figures that can't be told yet" }),
      el("ul", {}, notOffered.map((n) => el("li", { text: typeof n === "string" ? n : Object.values(n).join(": ") })))) : null,
  ].filter(Boolean);
});
