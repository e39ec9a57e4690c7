/**
 * The rubric contract: everything that a plugin author writes.
 *
 * A rubric is data that survives a JSON round trip; `functions` is its only code. The strict schema (`schema.ts`) and the
 * cross-reference checks (`check.ts`) hold a rubric to this file when it is loaded; the types hold it while it is written.
 */

/** A text in the rubric's `baseLanguage`; translations live in `locales/<lang>.json`, keyed by path. */
export type Text = string

/** How well a statement is founded: printed in a source, derived from sourced facts, or chosen by the author. */
export type Status = 'sourced' | 'inferred' | 'assumed'

// ── What is asked and what is read ────────────────────────────────────────────────────────────────────────────────

/** One option of a choice. `points` is what the `points` rule counts; an option without points counts nothing. */
export type Choice = { text: Text; points?: number }

/** True when the answer to `question` is (or, for `multiple`, contains) one of `is`. */
export type Condition = { question: string; is: string | readonly string[] }

/** The answer `?` (do not know) is allowed when `unknown`, `n/a` when `notApplicable`. */
export type Question = {
  text: Text
  help?: Text
  /** Heading under which the questionnaire shows it. */
  area?: Text
  evidence?: 'optional' | 'required'
  unknown?: true
  notApplicable?: true
  showIf?: Condition
} & (
  | { type: 'choice' | 'multiple'; options: Readonly<Record<string, Choice>> }
  /** `share` is a per cent, 0 to 100. */
  | { type: 'number' | 'share'; unit?: Text; min?: number; max?: number }
  | { type: 'text' | 'date' | 'url' | 'file' }
)

/** A published statistic that is read from a source instead of asked. */
export type Indicator = { title: Text; unit: Text; source: string; code: string; min?: number; max?: number }

// ── How it is scored ──────────────────────────────────────────────────────────────────────────────────────────────

/** Maps what a criterion reads to a value between 0 and 1. Closed on purpose: each rule can be explained, drawn and simulated. */
export type Scoring<Fn extends string = string> =
  /** The options' own points over the most that can be had (`choice`: best option; `multiple`: all positive ones). */
  | { by: 'points' }
  /** Goalposts: 0 at `from`, 1 at `to`, clamped. `from` above `to`: lower is better. `log`: on ln of value and posts. */
  | { by: 'linear'; from: number; to: number; log?: true }
  /** The score of the highest band whose `atLeast` is reached; below the first band 0. Ascending. */
  | { by: 'bands'; bands: readonly (readonly [atLeast: number, score: number])[] }
  /** Relative to the entries of the round. `minmax`: (x−min)/(max−min); `zscore`: Φ((x−mean)/sd), sd with n−1;
   * `percentile`: (rank−½)/n; `rank`: (rank−1)/(n−1), mid-ranks, ascending. */
  | { by: 'minmax' | 'zscore' | 'percentile' | 'rank'; lowerIsBetter?: true; treat?: 'winsorise' | 'log' }
  /** Assessors or jurors mark an anchored scale; the trimmed mean of the marks' points, over the scale's range. Reads `[]`. */
  | { by: 'panel'; scale: readonly Required<Choice>[]; trim?: number }
  | { by: 'function'; name: Fn }

export type ScoringRule = Scoring['by']

/**
 * What a node does when part of what it reads (a leaf) or combines (a group) is missing.
 * `zero`: the part counts as 0 · `exclude`: it is left out and the rest re-weighted · `block`: the node has no score ·
 * `needs`: as `exclude` while at least this share of the weight is present, else no score.
 * A part that is not applicable is never missing: it is always left out and the rest re-weighted.
 */
export type Missing = 'zero' | 'exclude' | 'block' | { needs: number }

export type Combine = 'mean' | 'geometric' | 'harmonic' | 'min' | 'median'

type CriterionBase<C extends string> = {
  title: Text
  /** Why this belongs in the award; shown to those who are scored. */
  why: Text
  /** Relative to its siblings; 0 shows it without counting it. `min` and `median` ignore weights but for 0. */
  weight: number
  missing: Missing
  /** Categories that it applies to; elsewhere it is not applicable. */
  onlyIn?: readonly C[]
  /** Shares (summing to 1) of this criterion by framework dimension; children inherit it. */
  crosswalk?: Readonly<Record<string, number>>
}

export type Group<
  In extends string = string,
  C extends string = string,
  Fn extends string = string,
> = CriterionBase<C> & {
  combine: Combine
  children: Readonly<Record<string, Criterion<In, C, Fn>>>
}

export type Leaf<
  In extends string = string,
  C extends string = string,
  Fn extends string = string,
> = CriterionBase<C> & {
  reads: readonly In[]
  scoring: Scoring<Fn>
  /** The stage in which it is scored. */
  stage: StageKind
}

export type Criterion<In extends string = string, C extends string = string, Fn extends string = string> =
  | Group<In, C, Fn>
  | Leaf<In, C, Fn>

// ── How a round runs and ends ─────────────────────────────────────────────────────────────────────────────────────

export type StageKind =
  | 'nomination'
  | 'survey'
  | 'verification'
  | 'shortlist'
  | 'siteVisit'
  | 'jury'
  | 'publication'

/** The engine owns what a kind of stage does; a rubric picks kinds, order and limits. Each kind at most once. */
export type Stage = {
  kind: StageKind
  title?: Text
  /** Who goes on to the next stage. */
  keep?: { top: number } | { atLeast: number }
  blind?: true
  seesOthers?: 'never' | 'afterOwn' | 'always'
}

export type Award = {
  title: Text
  per: 'category' | 'round'
  decide: 'points' | 'jury' | 'vote'
  nominees?: number
  winners?: number
  /** Least value (0..1) by criterion path; an entry below one cannot win. */
  floors?: Readonly<Record<string, number>>
}

/** A prize class. `from` inclusive, `below` exclusive, both in inhabitants at the round's reference date. */
export type Category = {
  title: Text
  kind: 'municipality' | 'county' | 'country'
  population?: { from?: number; below?: number }
}

/** What an edition's definition rests on. `about` holds paths, `*` for any one segment: `criteria.*.weight`. */
export type Source = { about: readonly string[]; says: Text; where: string; status: Status }

export type Scale = {
  /** A value v is shown as v × max. */
  max: number
  unit: Text
  decimals: number
  /** Ascending; the label of the highest reached, in per cent of max. */
  grades?: readonly (readonly [atLeastPercent: number, label: Text])[]
}

// ── The rubric ────────────────────────────────────────────────────────────────────────────────────────────────────

type Answer<Q> = Q extends { type: 'number' | 'share' }
  ? number
  : Q extends { type: 'choice'; options: infer O }
    ? keyof O
    : Q extends { type: 'multiple'; options: infer O }
      ? readonly (keyof O)[]
      : string

/** What a function is given: the answers that its criterion reads, `null` where there is none. */
export type Answers<Qs, Is> = { readonly [K in keyof Qs]: Answer<Qs[K]> | null } & {
  readonly [K in keyof Is]: number | null
}

export type Rubric<
  Qs extends Record<string, Question> = Record<string, Question>,
  Is extends Record<string, Indicator> = Record<string, Indicator>,
  C extends string = string,
  Fn extends string = string,
> = {
  apiVersion: 1
  /** Kebab-case; `id@edition` is the identity. */
  id: string
  edition: string
  /** `id@edition` that an organiser's own rubric was made from. */
  basedOn?: string
  title: Text
  owner: Text
  /** ISO 3166-1 alpha-2. */
  country: string
  baseLanguage: string
  languages: readonly string[]
  purpose: 'award' | 'survey' | 'index'
  scale: Scale
  /** `id@version` of the common yardstick, e.g. `nordic@1`. */
  framework: string
  questions: Qs
  indicators: Is
  categories: { readonly [K in C]: Category }
  combine: Combine
  missing: Missing
  criteria: Readonly<Record<string, Criterion<(keyof Qs | keyof Is) & string, NoInfer<C>, NoInfer<Fn>>>>
  stages: readonly Stage[]
  awards: Readonly<Record<string, Award>>
  /** Criterion paths (`criteria.a.children.b`), the first that differs decides. */
  tieBreak: readonly string[]
  sources: readonly Source[]
  /** Pure and synchronous; each returns 0..1, or null for no score. */
  functions?: { readonly [K in Fn]: (answers: Answers<NoInfer<Qs>, NoInfer<Is>>) => number | null }
}

/** A rubric as data: what is stored, hashed, sent to the browser. */
export type RubricData = Omit<Rubric, 'functions'>

/** Checks while you type: names in `reads`, `onlyIn`, `scoring.name` come from the blocks that define them. */
export const defineRubric = <
  const Qs extends Record<string, Question>,
  const Is extends Record<string, Indicator>,
  C extends string,
  Fn extends string = never,
>(
  rubric: Rubric<Qs, Is, C, Fn>,
): Rubric<Qs, Is, C, Fn> => rubric

/** What `plugins/<id>/plugin.ts` exports by default; oldest edition first. */
export type Plugin = { id: string; editions: readonly unknown[] }

/** The editions of one award. Each edition has the plugin's id. */
export const definePlugin = (plugin: Plugin): Plugin => plugin
