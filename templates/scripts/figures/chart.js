/** Draws a run chart as SVG. Its looks are in tool-maltall.css. */

import { shown } from "../core/numbers.js";
import { drawn } from "../page/dom.js";

/**
 * @typedef {import("./chart-layout.js").Layout} Layout
 * @typedef {object} ChartTexts
 * @property {string} id  what the ids of title and description begin with
 * @property {string} title
 * @property {string} description
 * @property {string} median
 * @property {string} target
 */

const SIZES = { point: 0.3, runPoint: 0.42, mark: 0.72 };

/**
 * @param {Layout} layout
 * @param {{width: number, textSize: number}} size
 * @param {ChartTexts} texts
 */
export function chart(layout, { width, textSize }, texts) {
  const [titleId, descriptionId] = [`${texts.id}-tittel`, `${texts.id}-beskrivelse`];
  return drawn(
    "svg",
    {
      class: "run-chart",
      role: "img",
      viewBox: `0 0 ${width} ${layout.height}`,
      width,
      height: layout.height,
      "font-size": textSize,
      "aria-labelledby": titleId,
      "aria-describedby": descriptionId,
    },
    [
      drawn("title", { id: titleId }, [texts.title]),
      drawn("desc", { id: descriptionId }, [texts.description]),
      ...axes(layout, textSize),
      ...levels(layout, textSize, texts),
      ...layout.lines.map((places) => drawn("polyline", { class: "run-chart__line", points: places.map(({ x, y }) => `${x},${y}`).join(" ") })),
      ...layout.points.map((point) => pointOf(point, textSize)),
      ...layout.marks.flatMap((mark) => markOf(mark, layout, textSize)),
    ],
  );
}

/**
 * @param {Layout} layout
 * @param {number} textSize
 */
function axes({ plot, ticks, months, monthsY, years, yearsY }, textSize) {
  return [
    ...ticks.map(({ y, value }) =>
      drawn("line", { class: value === 0 ? "run-chart__base" : "run-chart__tick", x1: plot.left, x2: plot.right, y1: y, y2: y }),
    ),
    ...ticks.map(({ y, value }) =>
      drawn("text", { x: plot.left - textSize * 0.5, y: y + textSize * 0.35, "text-anchor": "end" }, [shown(value)]),
    ),
    ...months.map(({ x, name }) => drawn("text", { x, y: monthsY, "text-anchor": "middle" }, [name])),
    ...years.map(({ x, year }) => drawn("text", { class: "run-chart__year", x, y: yearsY, "text-anchor": "middle" }, [year])),
  ];
}

/**
 * The median and the target, with their names at the right end.
 *
 * @param {Layout} layout
 * @param {number} textSize
 * @param {ChartTexts} texts
 */
function levels({ median, medianAfter, target, targetMonth, labels, plot }, textSize, texts) {
  const named = { median: texts.median, target: texts.target };
  const level = (/** @type {string} */ name, /** @type {import("./chart-layout.js").Level | null} */ at) =>
    at ? [drawn("line", { class: `run-chart__${name}`, x1: at.x1, x2: at.x2, y1: at.y, y2: at.y })] : [];
  return [
    ...level("target", target),
    ...(targetMonth ? [drawn("path", { class: "run-chart__target-month", d: diamond(targetMonth, textSize * 0.5) })] : []),
    ...level("median", median),
    ...level("median-after", medianAfter),
    ...labels.map(({ what, y, value }) =>
      drawn("text", { class: `run-chart__label run-chart__label--${what}`, x: plot.right + textSize * 0.4, y: y - textSize * 0.15 }, [
        drawn("tspan", {}, [named[what]]),
        drawn("tspan", { x: plot.right + textSize * 0.4, dy: textSize * 1.1 }, [shown(value, 1)]),
      ]),
    ),
  ];
}

/**
 * @param {import("./chart-layout.js").Place} place
 * @param {number} size
 */
function diamond({ x, y }, size) {
  return `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`;
}

/**
 * @param {import("./chart-layout.js").PlacedPoint} point
 * @param {number} textSize
 */
function pointOf({ x, y, unfinished, inLongRun }, textSize) {
  if (unfinished) return drawn("circle", { class: "run-chart__unfinished", cx: x, cy: y, r: textSize * SIZES.point });
  if (!inLongRun) return drawn("circle", { class: "run-chart__point", cx: x, cy: y, r: textSize * SIZES.point });
  const side = textSize * SIZES.runPoint;
  return drawn("rect", { class: "run-chart__point run-chart__point--run", x: x - side, y: y - side, width: side * 2, height: side * 2 });
}

/**
 * @param {import("./chart-layout.js").Mark} mark
 * @param {Layout} layout
 * @param {number} textSize
 */
function markOf({ x, y, number }, { plot }, textSize) {
  const radius = textSize * SIZES.mark;
  return [
    drawn("line", { class: "run-chart__mark-line", x1: x, x2: x, y1: plot.top, y2: y - radius }),
    drawn("circle", { class: "run-chart__mark", cx: x, cy: y, r: radius }),
    drawn("text", { class: "run-chart__mark-number", x, y: y + textSize * 0.29, "text-anchor": "middle", "font-size": textSize * 0.85 }, [String(number)]),
  ];
}
