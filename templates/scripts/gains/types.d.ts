// What the calculator's modules hand each other.

/** From a low estimate to a high one; the same twice where there is but one. */
export interface Span {
  low: number;
  high: number;
}

/** How many consultations are on video: by their share of all, or by their number. */
export type Basis = "share" | "count";

export type FieldName =
  | "consultations"
  | "share"
  | "targetShare"
  | "count"
  | "targetCount"
  | "travel"
  | "minutes"
  | "hourValue"
  | "kilometres"
  | "emissions"
  | "unusedHours"
  | "noShows"
  | "appointmentValue";

export interface Rule {
  most: number;
  least?: number;
  isWhole?: boolean;
  /** Whether it may go from a low estimate to a high one. */
  isSpan?: boolean;
  /** The way of counting that asks for it; without one it is always asked for. */
  basis?: Basis;
  isRequired?: boolean;
  /** What may stand around the number. */
  unit?: RegExp;
}

export type Problem =
  | "missing"
  | "not-a-number"
  | "not-one"
  | "not-whole"
  | "negative"
  | "too-small"
  | "too-large"
  | "turned-around";

export type Values = Partial<Record<FieldName, Span>>;
export type Problems = Partial<Record<FieldName, Problem>>;
export type FieldTexts = Record<string, string>;

/** What people filled in, as they typed it. */
export interface GainsData {
  /** Whom it is for. */
  unit: string;
  basis: Basis;
  fields: FieldTexts;
}

/** What a consultation, or an hour, comes to: kroner, minutes, kroner. */
export interface Rates {
  travel: Span;
  minutes: Span;
  hourValue: Span;
}

export interface Case {
  name: "today" | "target" | "difference";
  consultations: number;
  /** Kroner, society's. */
  travel: Span;
  /** The patients'. */
  hours: Span;
  /** Kroner that those hours are worth. */
  time: Span;
  /** Kroner, both. */
  total: Span;
  kilometres: Span | null;
  /** Kilograms. */
  emissions: Span | null;
}

export interface Result {
  today: Case;
  target: Case | null;
  /** From today to the target, where that is higher. */
  difference: Case | null;
  /** What it was worked out with. */
  rates: Rates;
  /** Kroner. */
  perConsultation: Span;
  /** What the department keeps, by its own figures. */
  own: { appointments: Span; value: Span | null } | null;
}

/** A line of the result: what is saved, in what unit, in each case. */
export interface Line {
  name: "consultations" | "travel" | "hours" | "time" | "total" | "kilometres" | "emissions";
  unit: Unit;
  spans: Span[];
}

/** The bars of a case, each from and to hundredths of the longest. */
export interface BarsOfCase {
  case: Case;
  bars: { name: Line["name"]; span: Span; from: number; to: number }[];
}

/** What was last worked out, and from what. */
export interface Answer {
  /** What the calculation is called, whom it is for, and when it was last changed: an ISO string. */
  name: string;
  unit: string;
  changed: string;
  basis: Basis;
  values: Values;
  result: Result;
}

export type Unit = "kroner" | "hours" | "minutes" | "kilometres" | "kilograms" | "grams" | "appointments" | "consultations" | "number";
