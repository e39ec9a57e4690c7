import { basename } from 'node:path'
import type { RubricData } from '@tumstock/rubric/contract'
import { frameworkById } from '@tumstock/rubric/framework'
import type { Problem } from '@tumstock/rubric/problem'
import { parseRubric } from '@tumstock/rubric/schema'
import { translate } from '@tumstock/rubric/text'
import { crosswalkOf } from '@tumstock/rubric/tree'
import { audited } from '../audit/service.ts'
import { canonical, sha256 } from '../canonical.ts'
import type { Context } from '../context.ts'
import { reaches } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { standingsIn } from '../standing.ts'
import { keepDefinition } from './definitions.ts'
import { type Edition, editionOf, mayUse, ownEdition } from './editions.ts'
import { ownersOf, ownRubrics, putRubric, roundsByEdition } from './queries.ts'

export type RubricRow = {
  id: string
  /** By language. */
  title: Record<string, string>
  owner: string
  country: string
  purpose: RubricData['purpose'] | null
  editions: {
    edition: string
    title: string
    hash: string
    rounds: number
    frozen: boolean
    broken: boolean
  }[]
  source: 'plugin' | 'own'
  folder: string | null
  problems: readonly Problem[]
  broken: boolean
}

/** Every award with its editions, the broken ones with what is wrong. */
export async function listRubrics(ctx: Context): Promise<RubricRow[]> {
  const rounds = (await standingsIn(ctx, ctx.db, await roundsByEdition(ctx.db))).flatMap(
    ({ round, standing }) => (reaches(standing) ? [round] : []),
  )
  const count = (id: string, edition: string) => {
    const running = rounds.filter(round => round.rubricId === id && round.edition === edition)
    return { rounds: running.length, frozen: running.some(round => round.state !== 'draft') }
  }
  const rowOf = (id: string, folder: string | null, editions: readonly Edition[]): RubricRow[] => {
    const latest = editions.at(-1)
    if (!latest) return []
    const { owner, country, purpose } = latest.rubric
    return [
      {
        id,
        title: titlesOf(latest),
        owner,
        country,
        purpose,
        editions: editions.map(({ rubric, problems }) => ({
          edition: rubric.edition,
          title: rubric.title,
          hash: sha256(canonical(rubric)),
          ...count(id, rubric.edition),
          broken: isBroken(problems),
        })),
        source: latest.source,
        folder: shown(folder),
        problems: editions.flatMap(edition => edition.problems),
        broken: editions.some(edition => isBroken(edition.problems)),
      },
    ]
  }
  const plugins = ctx.rubrics.loaded.flatMap(plugin =>
    rowOf(
      plugin.id,
      plugin.folder,
      plugin.editions.map(edition => ({ ...edition, source: 'plugin', folder: plugin.folder })),
    ),
  )
  const own = (await ownRubrics(ctx.db)).filter(rubric => mayUse(ctx, rubric))
  const ownById = Map.groupBy(own, rubric => rubric.id)
  return [
    ...plugins,
    ...[...ownById].flatMap(([id, rows]) =>
      rowOf(
        id,
        null,
        rows.map(row => ownEdition(JSON.parse(row.body) as RubricData)),
      ),
    ),
    ...ctx.rubrics.failed.map(failedRow),
  ]
}

const failedRow = (plugin: Context['rubrics']['failed'][number]): RubricRow => ({
  id: plugin.id,
  title: {},
  owner: '',
  country: '',
  purpose: null,
  editions: [],
  source: 'plugin',
  folder: shown(plugin.folder),
  problems: plugin.error,
  broken: true,
})

const isBroken = (problems: readonly Problem[]): boolean =>
  problems.some(problem => problem.severity === 'error')

const titlesOf = ({ rubric, locales }: Edition): Record<string, string> => {
  const translated = Object.entries(locales).map(([lang, locale]) => [lang, translate(rubric, locale).title])
  return { ...Object.fromEntries(translated), [rubric.baseLanguage]: rubric.title }
}

/** One edition whole, its texts in `lang` where there is a translation. */
export async function getRubric(ctx: Context, ref: string, lang: string | undefined) {
  const edition = await editionOf(ctx, ref)
  const { rubric, functions, problems, locales, source, folder } = edition
  return {
    rubric: inLanguage(edition, lang),
    functions: [...functions],
    problems,
    locales: [...new Set([rubric.baseLanguage, ...Object.keys(locales)])],
    sources: inLanguage(edition, lang).sources,
    crosswalk: Object.fromEntries(crosswalkOf(rubric)),
    framework: frameworkById(rubric.framework) ?? null,
    hash: sha256(canonical(rubric)),
    source,
    folder: shown(folder),
  }
}

/** Where an author finds it; where the installation lies is nobody's business. */
const shown = (folder: string | null): string | null =>
  folder === null ? null : `plugins/${basename(folder)}`

const inLanguage = (
  { rubric, locales }: Pick<Edition, 'rubric' | 'locales'>,
  lang: string | undefined,
): RubricData => {
  const locale = lang === undefined || lang === rubric.baseLanguage ? undefined : locales[lang]
  return locale ? translate(rubric, locale) : rubric
}

/** Stores an organiser's own rubric: data only, and none that a plugin or another organisation has the name of. */
export async function saveRubric(
  ctx: Context,
  value: unknown,
): Promise<{ ref: string; problems: readonly Problem[] }> {
  const parsed = parseRubric(value)
  if ('problems' in parsed)
    throw new Refusal('has-problems', parsed.problems[0]?.message ?? 'Not a rubric.', {
      problems: parsed.problems,
    })
  const { rubric } = parsed
  const ref = `${rubric.id}@${rubric.edition}`
  const taken = [...ctx.rubrics.loaded, ...ctx.rubrics.failed].some(plugin => plugin.id === rubric.id)
  if (taken)
    throw new Refusal(
      'already-there',
      `The plugin ${rubric.id} has this id; give the rubric one of its own.`,
      { path: 'id' },
    )
  return audited(ctx, 'rubrics.save', async tx => {
    const others = (await ownersOf(tx, rubric.id)).filter(owner => !mayUse(ctx, owner))
    if (others.length > 0)
      throw new Refusal('already-there', `The id ${rubric.id} is taken; choose another.`, { path: 'id' })
    const frozen = (await roundsByEdition(tx)).some(
      round => round.rubricId === rubric.id && round.edition === rubric.edition && round.state !== 'draft',
    )
    if (frozen)
      throw new Refusal(
        'wrong-state',
        `A round of ${ref} has been opened, which froze it; save it as a new edition.`,
      )
    const definition = await keepDefinition(tx, rubric, ctx.now())
    const organizationId = ctx.organisation?.id ?? null
    const { id, edition } = rubric
    await putRubric(tx, { id, edition, organizationId, definition, now: ctx.now(), by: ctx.user?.id ?? null })
    return {
      subject: `rubric/${ref}`,
      detail: { definition },
      result: { ref, problems: ownEdition(rubric).problems },
    }
  })
}
