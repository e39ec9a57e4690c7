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
  /** A file or link that shows what is answered. `required`: without it the answers cannot be sent in (`evidence.ts`). */
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
  /** Goalposts: 0 at `from`, 1 at `to`, clamped. `from` above `to`: lower is better. `log`: on ln of value and posts.
   * `open`: not clamped, so that values may leave 0..1; `from: 0, to: 1` is then the number as it is. */
  | { by: 'linear'; from: number; to: number; log?: true; open?: true }
  /** The score of the highest band whose `atLeast` is reached; below the first band 0. Ascending. */
  | { by: 'bands'; bands: readonly (readonly [atLeast: number, score: number])[] }
  /** Relative to the entries of the round: (x−min)/(max−min), which is also the distance to the best; onto `range` if given. */
  | { by: 'minmax'; lowerIsBetter?: true; range?: readonly [low: number, high: number] }
  /** Φ((x−mean)/sd), sd with n−1; with `open` `mean + sd·z` itself, which may leave 0..1. */
  | { by: 'zscore'; lowerIsBetter?: true; open?: { mean: number; sd: number } }
  /** By place among the n entries that have a number, ascending: `percentile` (r−½)/n; `rank` (r−1)/(n−1); `borda`
   * (r−1)/(N−1), N the entries that it applies to. Ties share their mid-rank, with `ties: 'least'` the smallest. */
  | { by: 'percentile' | 'rank' | 'borda'; lowerIsBetter?: true; ties?: 'least' }
  /** Distance to a reference entry (in a round the register id of a unit: `NO-0301`), 1−(ref−x)/(ref−min), or to a target,
   * (x−min)/(target−min); `cap`: at most 1. */
  | { by: 'reference'; entry: string; lowerIsBetter?: true; cap?: true }
  | { by: 'target'; target: number; lowerIsBetter?: true; cap?: true }
  /** x/max; where lower is better min/x. Numbers from 0, where lower is better above 0. */
  | { by: 'shareOfBest'; lowerIsBetter?: true }
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

/**
 * How a group makes one value of its children's. `power` p: (Σwv^p/Σw)^(1/p) · `median` ignores weights but for 0,
 * `weightedMedian` counts them · `copeland`, `outranking`, `kemeny`: from who beats whom among the entries, pair by pair ·
 * `benefitOfDoubt`: with the weights that suit each entry best, each child's share of the value within the bounds.
 */
export type Combine =
  | 'mean'
  | 'geometric'
  | 'harmonic'
  | 'min'
  | 'median'
  | 'weightedMedian'
  | 'copeland'
  | 'outranking'
  | 'kemeny'
  | { power: number }
  | { benefitOfDoubt: readonly [least: number, most: number] }

// ── What is done to numbers before they are scored ────────────────────────────────────────────────────────────────

/** Test for outliers: an indicator is treated when |skewness| ≥ `skewness` and excess kurtosis ≥ `kurtosis`. */
export type OutlierTest = { skewness: number; kurtosis: number }

/** `log` ln(x−min+range/100) · `logMirrored` the same, mirrored where skewness is negative · `logFromOne` ln(x−min+1) ·
 * `logScaled` ln((max−1)(x−min)/(max−min)+1) · `boxCox` ((x−min+1)^λ−1)/λ. All keep the order. */
export type Transform = 'log' | 'logMirrored' | 'logFromOne' | 'logScaled' | { boxCox: number }

/**
 * One step on the numbers of the indicators, before any criterion reads them. `of`: the indicators that it is for; all that
 * a criterion reads where it is absent. What a step does to a cell stays with the cell and is shown in the explanation.
 */
export type Step<I extends string = string, Q extends string = string> =
  /** Divides each indicator by another, per `per` of it: Flights by Population, `per: 1000`. */
  | { do: 'denominate'; each: Readonly<Record<string, { by: I; per?: number }>> }
  /** Leaves out entries with less than a share of numbers, or of numbers that are not zero; `keep` and `drop` name entries,
   * in a round by the register id of a unit: `NO-0301`. */
  | { do: 'screen'; available?: number; nonZero?: number; keep?: readonly string[]; drop?: readonly string[] }
  /** From the other entries: all, those of the same category, or of the same answer to a choice question. */
  | { do: 'impute'; by: 'mean' | 'median'; within?: 'category' | Q; of?: readonly I[] }
  /** From the entry's own other indicators (`siblings`: of the same group alone), brought to one range and direction first. */
  | { do: 'impute'; by: 'rowMean' | 'rowMedian'; siblings?: true; of?: readonly I[] }
  /** By least squares on other indicators, from the entries that have all of them. */
  | { do: 'impute'; by: 'regression'; on: readonly I[]; of?: readonly I[] }
  /** From the entry's other years: the last before · the line between · the last before, else the first after. */
  | { do: 'impute'; by: 'last' | 'linear' | 'constant'; of?: readonly I[] }
  /** Winsorises what fails the test, at most `most` points of it (null: no limit); what still fails is transformed by `then`
   * from its numbers before winsorising, or, with `both`, after. Without a test: always. */
  | {
      do: 'treat'
      test?: OutlierTest
      winsorise?: { most: number | null }
      then?: Transform
      both?: true
      of?: readonly I[]
    }

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
  /** In this order, before anything is scored. */
  steps?: readonly Step<NoInfer<keyof Is & string>, NoInfer<keyof Qs & string>>[]
  /** How relative rules compare where the data span several years: within each, or over all of them. */
  years?: 'each' | 'pooled'
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
