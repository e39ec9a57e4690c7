/** Every translatable text of a rubric or a recorded round by path, and the way back. */
import type { Criterion, Question, RubricData, Scoring } from './contract.ts'
import type { RecordedRound } from './record.ts'

/** Texts by path: `questions.plan.text`, `criteria.plan.children.budget.why`, `sources.0.says`. */
export type Texts = Readonly<Record<string, string>>

/** `locales/<lang>.json` of a plugin: texts by edition, for the rubrics and for the recorded rounds. */
export type Locale = { editions?: Readonly<Record<string, Texts>>; rounds?: Readonly<Record<string, Texts>> }

/** A plugin's or rubric's translations by language tag (`nn`, `sv`). */
export type Locales = Readonly<Record<string, Locale>>

type Found = readonly [path: string, text: string | undefined]

/** The texts that a translator is given: path → text in the base language, in the order of definition. */
export const textsOf = (definition: RubricData | RecordedRound): Map<string, string> => {
  const found = 'apiVersion' in definition ? rubricTexts(definition) : recordTexts(definition)
  return new Map([...found].filter((entry): entry is readonly [string, string] => entry[1] !== undefined))
}

function* rubricTexts(rubric: RubricData): Generator<Found> {
  yield ['title', rubric.title]
  yield ['owner', rubric.owner]
  yield ['scale.unit', rubric.scale.unit]
  for (const [i, [, label]] of (rubric.scale.grades ?? []).entries()) yield [`scale.grades.${i}.1`, label]
  for (const [id, question] of Object.entries(rubric.questions))
    yield* questionTexts(`questions.${id}`, question)
  for (const [id, indicator] of Object.entries(rubric.indicators)) {
    yield [`indicators.${id}.title`, indicator.title]
    yield [`indicators.${id}.unit`, indicator.unit]
  }
  for (const [id, category] of Object.entries(rubric.categories))
    yield [`categories.${id}.title`, category.title]
  yield* criteriaTexts('criteria', rubric.criteria)
  for (const [i, stage] of rubric.stages.entries()) yield [`stages.${i}.title`, stage.title]
  for (const [id, award] of Object.entries(rubric.awards)) yield [`awards.${id}.title`, award.title]
  for (const [i, source] of rubric.sources.entries()) yield [`sources.${i}.says`, source.says]
}

function* questionTexts(path: string, question: Question): Generator<Found> {
  yield [`${path}.text`, question.text]
  yield [`${path}.help`, question.help]
  yield [`${path}.area`, question.area]
  if ('unit' in question) yield [`${path}.unit`, question.unit]
  if ('options' in question)
    for (const [id, option] of Object.entries(question.options))
      yield [`${path}.options.${id}.text`, option.text]
}

function* criteriaTexts(path: string, siblings: Readonly<Record<string, Criterion>>): Generator<Found> {
  for (const [key, criterion] of Object.entries(siblings)) {
    yield [`${path}.${key}.title`, criterion.title]
    yield [`${path}.${key}.why`, criterion.why]
    if ('children' in criterion) yield* criteriaTexts(`${path}.${key}.children`, criterion.children)
    else yield* scaleTexts(`${path}.${key}.scoring.scale`, criterion.scoring)
  }
}

function* scaleTexts(path: string, scoring: Scoring): Generator<Found> {
  if (scoring.by === 'panel')
    for (const [i, step] of scoring.scale.entries()) yield [`${path}.${i}.text`, step.text]
}

function* recordTexts(record: RecordedRound): Generator<Found> {
  yield ['title', record.title]
  yield ['organiser', record.organiser]
  for (const [i, entry] of record.entries.entries()) yield [`entries.${i}.reasons`, entry.reasons]
  for (const [i, claim] of record.claims.entries()) {
    yield [`claims.${i}.says`, claim.says]
    yield [`claims.${i}.note`, claim.note]
    if (claim.check === 'slip') yield [`claims.${i}.reading`, claim.reading]
  }
}

/**
 * The same definition with its texts in the locale's language; what the locale lacks stays in the base language.
 * Paths that are not texts of the definition are left alone.
 */
export const translate = <T extends RubricData | RecordedRound>(definition: T, locale: Locale): T => {
  const byEdition = 'apiVersion' in definition ? locale.editions : locale.rounds
  return withTexts(definition, byEdition?.[definition.edition] ?? {})
}

/** The same definition with these texts in place of its own. */
export const withTexts = <T extends RubricData | RecordedRound>(definition: T, texts: Texts): T => {
  const translated = structuredClone(definition)
  for (const path of textsOf(definition).keys()) {
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined
    if (text !== undefined) setAt(translated, path.split('.'), text)
  }
  return translated
}

const setAt = (root: unknown, segments: readonly string[], text: string): void => {
  const last = segments.at(-1)
  let holder = root as Record<string, unknown>
  for (const segment of segments.slice(0, -1)) holder = holder[segment] as Record<string, unknown>
  if (last !== undefined) holder[last] = text
}
