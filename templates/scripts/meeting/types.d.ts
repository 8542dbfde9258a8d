/** What the build hands to the page where the guide is filled in: roadmap/guide/meeting_data.py. */
export interface MeetingData {
  edition: string;
  unknownEdition: string;
  digest: string;
  words: Record<string, string>;
  messages: Record<string, string>;
  limits: { fields: number; bytes: number; packedBytes: number; title: number; edition: number };
  reading: ReadingRules;
  names: { ours: string; formerlyOurs: string; edition: string; digest: string };
  fields: Record<string, string[]>;
  chapters: GuideChapter[];
  points: number;
  sheets: GuideSheet[];
  checklist: { title: string; groups: GuideGroup[] };
}

/** Characters as the terminal's program knows them: classes of a regular expression, and one to one. */
export interface ReadingRules {
  space: string;
  digit: string;
  dropped: string;
  pdfDoc: string;
  folded: Record<string, string>;
}

export interface GuideChapter {
  number: number;
  title: string;
  minutes: number;
  questions: GuideQuestion[];
  sheets: string[];
}

export interface GuideQuestion {
  id: string;
  number: string;
  text: string;
  isStarred: boolean;
  isOwed: boolean;
  scale: { low: string; high: string } | null;
  measures: string[];
}

export interface GuideSheet {
  id: string;
  title: string;
  columns: { id: string; title: string }[];
  rows: { id: string; title: string }[];
  decides: { title: string; column: number; answers: string[] }[];
}

export interface GuideGroup {
  id: string;
  title: string;
  checks: string[];
}

/** An answer to something that the guide no longer asks, under the title that its field had. */
export interface FormerAnswer {
  title: string;
  text: string;
}

/** What a meeting answered, judged by the guide's form: the twin of `Answers` in roadmap/guide/answers.py. */
export interface Answers {
  texts: Map<string, string>;
  former: FormerAnswer[];
  unreadable: string[];
  edition: string;
}

/** Which meeting it was; `date` is a day as files have it, and the others are free text. */
export interface About {
  date: string;
  pathway: string;
  unit: string;
  /** Who attended, by role. */
  present: string;
}

/** A meeting as it is kept: the data of documents of the kind «meeting». */
export interface MeetingDocument {
  about: About;
  /** What was written, chosen or ticked, by the name of the form's field. */
  answers: Record<string, string>;
  /** What a PDF held besides: see `Answers`. */
  former: FormerAnswer[];
  unreadable: string[];
  edition: string;
  clock: Clock;
}

/**
 * `chapter` is 0 before the meeting, `seconds` what each chapter has had, `extra` the minutes that were added to it;
 * `since` is the time from which it runs, and empty while it rests.
 */
export interface Clock {
  chapter: number;
  seconds: Record<string, number>;
  extra: Record<string, number>;
  since: string;
}

/** What the clock shows, in seconds. `left` is below 0 in a chapter that has run over; `next` is 0 in the last one. */
export interface ClockFace {
  chapter: number;
  left: number;
  meetingLeft: number;
  /** What the chapters that remain lack. */
  missing: number;
  isRunning: boolean;
  next: number;
}

/** A part of a line: what the guide says, or what somebody typed, which Markdown must show to the letter. */
export interface Span {
  text: string;
  isSaid?: boolean;
  isBold?: boolean;
}

export type Block =
  | { kind: "heading"; level: 1 | 2 | 3; spans: Span[] }
  | { kind: "paragraph"; lines: Span[][] }
  | { kind: "list"; items: Span[][] }
  | { kind: "table"; columns: string[]; rows: string[][] };

/** A field of a PDF by its whole name: what it is called aloud, and its text; null where nobody wrote that. */
export interface PdfField {
  name: string;
  title: string;
  text: string | null;
  isName: boolean;
}

declare global {
  /** Set by assets/meeting-data.js. */
  var meetingData: MeetingData;
}
