// What the scripts share: what the site knows of the roadmap (roadmap/site/tools.py makes it), and people's own work.

export interface RoadmapData {
  edition: { version: string; kind: string | null; date: string };
  /** Empty where no operator has said where the site lives. */
  siteUrl: string;
  phases: Phase[];
  steps: Step[];
  measures: Measure[];
  roles: Role[];
  /** The answers to statements; `rank` tells how strong one is, from 0, or null where it tells nothing of that. */
  answers: Answer[];
  progress: Progress[];
  efforts: Choice[];
  levels: Choice[];
  /** Today's id by a former one, of measures and statements. */
  renamed: Record<string, string>;
  tools: Record<string, { title: string; url: string }>;
}

export interface Choice {
  id: string;
  name: string;
}

export interface Phase {
  number: number;
  title: string;
  colour: number;
}

export interface Statement {
  id: string;
  text: string;
  /** The measures that help where it is not true. */
  measures: string[];
}

export interface Step {
  letter: string;
  title: string;
  phase: number;
  url: string;
  statements: Statement[];
}

export interface Measure {
  id: string;
  title: string;
  summary: string;
  step: string;
  level: string;
  effort: string;
  hours: number;
  /** One person's hours in each role: once, and every month from then on. */
  work: { role: string; once: number; monthly: number }[];
  usefulFor: string[];
  actors: string[];
  requires: string[];
  started: string[];
  url: string;
}

export interface Role extends Choice {
  outside: boolean;
}

export interface Answer extends Choice {
  meaning: string;
  rank: number | null;
}

export interface Progress extends Choice {
  rank: number;
}

/** What is said of each kind that `privateData` finds, and the kind of a place and a condition together. */
export interface PrivateRules {
  messages: Record<string, string>;
  together: string;
}

export type KindName = "plan" | "assessment" | "figures" | "meeting" | "gains";

/** Somebody's work with a tool. Times are ISO strings; `exported` is when it was last taken away as a file. */
export interface WorkDocument<Data = any> {
  id: string;
  kind: KindName;
  version: number;
  name: string;
  revision: number;
  created: string;
  changed: string;
  exported: string | null;
  changesSinceExport: number;
  data: Data;
}

/** What a read of foreign data gives: the data, and how many parts of what was given are left out of it, or cut. */
export interface Read<Data> {
  data: Data;
  unread: number;
}

/** Reads a part of foreign data; there is no data where nothing of the part can be used. */
export type Shape<Data> = (given: unknown) => Read<Data | undefined>;

/** What to tell, as the key of a text with its values. */
export interface Note {
  key: string;
  values?: Record<string, string | number>;
}

/**
 * A kind of document. `read` makes data of this version of anything, also of what somebody wrote by hand, and throws
 * an ImportError where it is something else. `upgrade[n]` makes data of version n into n + 1. `apart` are fields that
 * nobody writes: changing them is no step, and undo and redo leave them as they are.
 */
export interface Kind<Data = any> {
  kind: KindName;
  version: number;
  empty(): Data;
  read(value: unknown): Read<Data>;
  upgrade: Record<number, (data: any) => any>;
  apart?: (keyof Data & string)[];
}

export interface PlannedMeasure {
  chosen: boolean;
  /** Every status that it has had, the last one last. */
  states: { status: string; date: string }[];
  role: string;
  deadline: string;
  review: string;
  note: string;
}

export interface PlanData {
  unit: string;
  measures: Record<string, PlannedMeasure>;
  order: string[];
}

/**
 * What the browser keeps and can't be read whole. Of a document where some parts can't be used there is a name, and as
 * long as nothing is written over it, how many they are; what it was before that is set aside.
 */
export type Broken = { key: string; raw: string } & (
  | { reason: "corrupt" | "newer" }
  | { reason: "partial"; name: string; unread: number }
  | { reason: "aside"; name: string }
);

export type StoreEvent = { type: "changed" | "other-tab" | "conflict" | "problem" | "saved"; id: string };

export interface Store {
  readonly state: { saved: "saved" | "blocked" | "full"; at: string | null };
  list(kind: KindName): WorkDocument[];
  get(id: string): WorkDocument | null;
  active(kind: KindName): WorkDocument | null;
  activate(id: string): void;
  create(kind: KindName, name: string, data?: any): WorkDocument;
  /** A document with its first change, which can be undone. */
  begin(kind: KindName, name: string, data: any, options?: { merge?: string }): WorkDocument;
  update(id: string, data: any, options?: { merge?: string }): WorkDocument;
  undo(id: string): void;
  redo(id: string): void;
  canUndo(id: string): boolean;
  canRedo(id: string): boolean;
  rename(id: string, name: string): void;
  remove(id: string): WorkDocument | null;
  restore(document: WorkDocument): void;
  removeAll(): void;
  markExported(id: string): void;
  broken(): Broken[];
  forget(key: string): void;
  subscribe(listener: (event: StoreEvent) => void): () => void;
}

declare global {
  /** Set by assets/roadmap-data.js. */
  var roadmapData: RoadmapData;
  /** Set by assets/private-rules.js and assets/private-data.js. */
  const privateRules: PrivateRules;
  const privateData: { kinds(text: string): string[]; tellsWhereAndWhat(text: string): boolean };
  /** What the scripts that are fetched on demand hand over, by name. */
  var veikart: Record<string, any>;
}
