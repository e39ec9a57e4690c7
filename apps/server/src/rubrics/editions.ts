import { check } from '@tumstock/rubric/check'
import type { RubricData } from '@tumstock/rubric/contract'
import { frameworkById } from '@tumstock/rubric/framework'
import type { LoadedEdition } from '@tumstock/rubric/load'
import type { Context } from '../context.ts'
import type { Db } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import { ownRubric } from './queries.ts'

type Source = { db: Db } & Pick<Context, 'rubrics' | 'role' | 'organisation'>

/** An edition as it can be used, wherever it comes from. */
export type Edition = LoadedEdition & { source: 'plugin' | 'own'; folder: string | null }

/** The two parts of `id@edition`. */
function splitRef(ref: string): { id: string; edition: string } {
  const [id, edition, ...rest] = ref.split('@')
  if (!id || !edition || rest.length > 0)
    throw new Refusal('bad-input', `“${ref}” is not a rubric. Written as id@edition.`)
  return { id, edition }
}

/** Finds `id@edition` among the plugins, then among the reader's own rubrics. */
export async function editionOf(ctx: Source, ref: string): Promise<Edition> {
  const { id, edition } = splitRef(ref)
  const found = ctx.rubrics.find(id, edition)
  if (found) return { ...found.edition, source: 'plugin', folder: found.plugin.folder }
  const own = await ownRubric(ctx.db, id, edition)
  if (own && mayUse(ctx, own)) return ownEdition(JSON.parse(own.body) as RubricData)
  throw new Refusal('not-found', `There is no rubric ${ref}.`)
}

/** A rubric without code, with what the checks say of it. */
export const ownEdition = (rubric: RubricData): Edition => ({
  rubric,
  functions: [],
  functionsHash: null,
  problems: check(rubric, frameworkById(rubric.framework)),
  locales: {},
  source: 'own',
  folder: null,
})

export const mayUse = (
  ctx: Pick<Context, 'role' | 'organisation'>,
  own: { organizationId: string | null },
): boolean =>
  ctx.role === 'admin' || (ctx.organisation !== null && own.organizationId === ctx.organisation.id)
