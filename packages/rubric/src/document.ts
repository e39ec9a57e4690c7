/** The page that readers of an award get: generated from its definition, so that it cannot disagree with it. */
import type { Criterion, Question, RubricData } from './contract.ts'
import { code, decimal, list, table } from './document/markdown.ts'
import { stepLine } from './document/steps.ts'
import {
  combined,
  conditionOf,
  foundation,
  inWords,
  kindOf,
  policy,
  populationOf,
  stageLine,
  worth,
} from './document/words.ts'
import { nameOf } from './error.ts'
import { criterionAt, crosswalkOf, isGroup, pointsOf, statusOf, type Visit, walk } from './tree.ts'

/**
 * `RUBRIC.md` of a plugin, newest edition first: criteria with weights and points, questions, stages, awards, categories,
 * crosswalk and sources. The same definition always gives the same text.
 */
export const documentOf = (plugin: { id: string; editions: readonly RubricData[] }): string => {
  const newest = plugin.editions.at(-1)
  return [
    `# ${newest?.title ?? plugin.id}`,
    'Generated from the definition. Change that, not this page.',
    ...plugin.editions.toReversed().flatMap(editionOf),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n')
}

const editionOf = (rubric: RubricData): string[] => [
  `## ${nameOf(rubric)}`,
  list([
    `${rubric.title}, ${rubric.owner} (${rubric.country})`,
    `Purpose: ${rubric.purpose}. Languages: ${rubric.languages.join(', ')}; written in ${rubric.baseLanguage}.`,
    ...(rubric.basedOn === undefined ? [] : [`Based on ${rubric.basedOn}.`]),
    `Scale: 0 to ${rubric.scale.max} ${rubric.scale.unit}, decimals shown: ${rubric.scale.decimals}. Framework: ${rubric.framework}.`,
    `Total: ${combined(rubric.combine)}. A part that is missing: ${policy(rubric.missing)}.`,
    ...(rubric.tieBreak.length === 0
      ? []
      : [`Ties are broken by ${rubric.tieBreak.map(path => titleAt(rubric, path)).join(', then ')}.`]),
  ]),
  ...section('Criteria', criteria(rubric)),
  ...section('Questions', questions(rubric)),
  ...section('Indicators', indicators(rubric)),
  ...section('Before scoring', beforeScoring(rubric)),
  ...section('Categories', categories(rubric)),
  ...section(
    'Stages',
    rubric.stages
      .map(stageLine)
      .map((line, i) => `${i + 1}. ${line}`)
      .join('\n'),
  ),
  ...section('Awards', awards(rubric)),
  ...section(
    'Grades',
    (rubric.scale.grades ?? []).map(([atLeast, label]) => `- from ${atLeast} %: ${label}`).join('\n'),
  ),
  ...section('Crosswalk', crosswalk(rubric)),
  ...section(
    'Sources',
    table(
      ['about', 'says', 'where', 'status'],
      rubric.sources.map(s => [s.about.map(code).join(', '), s.says, s.where, s.status]),
    ),
  ),
]

const section = (title: string, body: string): string[] => (body === '' ? [] : [`### ${title}`, body])

const criteria = (rubric: RubricData): string => {
  const points = pointsOf(rubric)
  const rows = [...walk(rubric)].map(visit => [
    `${'· '.repeat(visit.depth)}${visit.criterion.title}`,
    `${decimal(visit.criterion.weight)}${foundation(statusOf(rubric, `${visit.path}.weight`))}`,
    decimal(points.get(visit.path) ?? 0),
    howScored(visit, rubric),
    policy(visit.criterion.missing),
    visit.criterion.why,
  ])
  return table(
    ['criterion', 'weight', `of ${rubric.scale.max} ${rubric.scale.unit}`, 'score', 'when missing', 'why'],
    rows,
  )
}

const howScored = ({ criterion }: Visit, rubric: RubricData): string => {
  const within =
    criterion.onlyIn === undefined
      ? ''
      : `; only ${criterion.onlyIn.map(id => rubric.categories[id]?.title ?? id).join(', ')}`
  return `${isGroup(criterion) ? combined(criterion.combine) : ruleOf(criterion)}${within}`
}

const ruleOf = (criterion: Exclude<Criterion, { children: unknown }>): string => {
  const reads = criterion.reads.map(code).join(', ')
  return `${inWords(criterion.scoring)}${reads === '' ? '' : ` of ${reads}`} (${criterion.stage})`
}

const questions = (rubric: RubricData): string =>
  Object.entries(rubric.questions)
    .map(
      ([id, question]) =>
        `- ${code(id)} ${question.text} *${kindOf(question)}*${conditionOf(question)}${optionsOf(question)}`,
    )
    .join('\n')

const optionsOf = (question: Question): string =>
  'options' in question
    ? Object.entries(question.options)
        .map(([id, option]) => `\n  - ${code(id)} ${option.text}${worth(option)}`)
        .join('')
    : ''

const indicators = (rubric: RubricData): string =>
  table(
    ['indicator', 'title', 'unit', 'source', 'code'],
    Object.entries(rubric.indicators).map(([id, i]) => [code(id), i.title, i.unit, i.source, i.code]),
  )

const beforeScoring = ({ steps = [], years }: RubricData): string =>
  [
    steps.map((step, i) => `${i + 1}. ${stepLine(step)}`).join('\n'),
    ...(years === undefined
      ? []
      : [`Years are compared ${years === 'each' ? 'each by itself' : 'all together'}.`]),
  ]
    .filter(text => text !== '')
    .join('\n\n')

const categories = (rubric: RubricData): string =>
  table(
    ['category', 'title', 'kind', 'population'],
    Object.entries(rubric.categories).map(([id, c]) => [code(id), c.title, c.kind, populationOf(c)]),
  )

const awards = (rubric: RubricData): string =>
  table(
    ['award', 'per', 'decided by', 'nominees', 'winners', 'floors'],
    Object.values(rubric.awards).map(award => [
      award.title,
      award.per,
      award.decide,
      String(award.nominees ?? ''),
      String(award.winners ?? 1),
      Object.entries(award.floors ?? {})
        .map(([path, floor]) => `${titleAt(rubric, path)}: ${decimal(floor * 100)} %`)
        .join(', '),
    ]),
  )

const crosswalk = (rubric: RubricData): string =>
  table(
    ['criterion', 'dimensions'],
    [...crosswalkOf(rubric)].map(([path, shares]) => [
      titleAt(rubric, path),
      Object.entries(shares)
        .map(([id, share]) => `${id} ${decimal(share * 100)} %`)
        .join(', '),
    ]),
  )

const titleAt = (rubric: RubricData, path: string): string => criterionAt(rubric, path)?.title ?? path
