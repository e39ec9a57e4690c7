import { canonical, sha256 } from '../canonical.ts'
import type { Installation } from '../context.ts'
import { compareSnapshots } from '../results/compare.ts'
import { newestPublished, publishedStamp, publishedVersion } from '../results/published.ts'
import { announcedNominees } from '../shortlist/nominees.ts'
import { csvOf } from './csv.ts'
import { type Packed, PackedCache, pack } from './packed.ts'
import type { Comparison, RoundList } from './schemas.ts'
import { comparison, nominees, roundList, rubricList } from './schemas.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const CSV_TYPE = 'text/csv; charset=utf-8'
const KEPT = 64

export type Format = 'json' | 'csv'

/** The published world. Nothing here reads a round's draft, entries or evaluation:
 * only what stands in `publication`, and nominees that are announced. */
export class OpenData {
  readonly #installation: Pick<Installation, 'db' | 'rubrics' | 'now'>
  readonly #cache = new PackedCache(KEPT)

  constructor(installation: Pick<Installation, 'db' | 'rubrics' | 'now'>) {
    this.#installation = installation
  }

  /** The bytes of a published version, its text exactly as it was hashed; null where there is none. */
  async results(round: string, format: Format, version?: number): Promise<Packed | null> {
    const { db } = this.#installation
    const stamp = await publishedStamp(db, round, version)
    if (!stamp) return null
    const etag = `"${stamp.sha256}${format === 'csv' ? '-csv' : ''}"`
    return this.#cache.get(`${round}/${stamp.version}/${etag}`, async () => {
      const { text, snapshot } = await publishedVersion(db, round, stamp.version)
      if (format === 'json') return pack(text, { etag, contentType: JSON_TYPE })
      return pack(csvOf(snapshot), { etag, contentType: CSV_TYPE })
    })
  }

  async rounds(): Promise<Packed> {
    const newest = await newestPublished(this.#installation.db)
    return this.#listed(
      'rounds',
      newest.map(row => row.sha256),
      async () => {
        const rounds: RoundList['rounds'] = []
        for (const { roundId, version, sha256: hash, publishedAt } of newest) {
          const { round } = (await publishedVersion(this.#installation.db, roundId, version)).snapshot
          const results = `/api/v1/rounds/${encodeURIComponent(roundId)}/results.json`
          rounds.push({ ...round, version, sha256: hash, publishedAt, results })
        }
        return roundList.parse({ rounds })
      },
    )
  }

  async rubrics(): Promise<Packed> {
    const editions = this.#installation.rubrics.loaded.flatMap(plugin => plugin.editions)
    const usable = editions.filter(({ problems }) => problems.every(problem => problem.severity !== 'error'))
    const hashed = usable.map(({ rubric }) => ({ rubric, hash: sha256(canonical(rubric)) }))
    return this.#listed(
      'rubrics',
      hashed.map(one => one.hash),
      async () =>
        rubricList.parse({
          rubrics: hashed.map(({ rubric, hash }) => {
            const { id, edition, title, owner, country, purpose, framework } = rubric
            return {
              id,
              edition,
              title,
              owner,
              country,
              purpose,
              framework,
              sha256: hash,
              definition: rubric,
            }
          }),
        }),
    )
  }

  /** Null as soon as one of the rounds is not published. */
  async compare(rounds: readonly string[]): Promise<Packed | null> {
    const { db } = this.#installation
    const hashes: string[] = []
    for (const id of rounds) {
      const stamp = await publishedStamp(db, id)
      if (!stamp) return null
      hashes.push(stamp.sha256)
    }
    return this.#listed('compare', hashes, async (): Promise<Comparison> => {
      const found = await Promise.all(rounds.map(id => publishedVersion(db, id)))
      return comparison.parse(compareSnapshots(found))
    })
  }

  /** Null until the nominees are announced. */
  async nominees(round: string): Promise<Packed | null> {
    const list = await announcedNominees(this.#installation, round)
    if (!list) return null
    const text = JSON.stringify(nominees.parse(list))
    return pack(text, { etag: `"nominees-${sha256(text)}"`, contentType: JSON_TYPE })
  }

  /** A body made of others changes as soon as one of them does. */
  #listed(name: string, hashes: readonly string[], make: () => Promise<object>): Promise<Packed> {
    const etag = `"${name}-${sha256(hashes.join('\n'))}"`
    return this.#cache.get(etag, async () =>
      pack(JSON.stringify(await make()), { etag, contentType: JSON_TYPE }),
    )
  }
}
