import { z } from 'zod'
import { sha256 } from '../canonical.ts'
import type { Db } from '../db/open.ts'
import { firstBreak, GENESIS } from './chain.ts'
import { hasLink, linksAfter, sealedRows } from './queries.ts'

export type Integrity = {
  /** Of the log. */
  rows: number
  /** Hash of the log's last row: whoever keeps it can tell later whether the end has been cut off. */
  head: string
  publications: number
  submissions: number
  /** What has been tampered with, line by line; empty when everything is whole. */
  findings: string[]
}

const PAGE = 1000

/** Of records the log has said the hash only since it is checked. */
const published = z.union([
  z.object({ version: z.int(), sha256: z.string() }),
  z.object({ version: z.int(), definition: z.string() }).transform(one => ({ ...one, sha256: undefined })),
])
const removal = z.object({ removed: z.literal(true) })

/** What the log says was published: by round and version, the hash. */
type Logged = Map<string, Map<number, string | undefined>>

/**
 * Holds the log to its chain, and what was published or sent in to its hash; publications to the log as well.
 *
 * @param head of the log at an earlier time: a chain alone does not show that its end is missing
 */
export async function integrityOf(db: Db, head?: string): Promise<Integrity> {
  const findings: string[] = []
  const logged: Logged = new Map()
  let before = { seq: 0, hash: GENESIS }
  for (;;) {
    const rows = await linksAfter(db, before.seq, PAGE)
    const broken = firstBreak(rows, before)
    if (broken !== null && findings.length === 0) findings.push(`audit row ${broken} has been tampered with`)
    for (const row of rows) takeDown(logged, row)
    const last = rows.at(-1)
    if (last === undefined) break
    before = { seq: last.seq, hash: last.hash }
  }
  if (head !== undefined && head !== GENESIS && !(await hasLink(db, head)))
    findings.push(`the audit log does not hold ${head}: rows have been cut off or written anew`)
  const { publications, submissions } = await sealedRows(db)
  for (const one of submissions)
    if (sha256(one.body) !== one.sha256)
      findings.push(`submission ${one.id} of entry ${one.entryId} in round ${one.roundId} has been changed`)
  findings.push(...publicationFindings(publications, logged))
  return {
    rows: before.seq,
    head: before.hash,
    publications: publications.length,
    submissions: submissions.length,
    findings,
  }
}

function takeDown(logged: Logged, { subject, detail }: { subject: string; detail: string }): void {
  const said = jsonIn(detail)
  if (removal.safeParse(said).success) logged.delete(subject)
  const read = published.safeParse(said)
  if (!read.success || !/^round\/[^/]+$/.test(subject)) return
  const versions = logged.get(subject) ?? new Map<number, string | undefined>()
  logged.set(subject, versions.set(read.data.version, read.data.sha256))
}

type Published = { roundId: string; version: number; sha256: string; body: string }

function publicationFindings(publications: readonly Published[], logged: Logged): string[] {
  const findings: string[] = []
  const there = new Set<string>()
  for (const { roundId, version, sha256: hash, body } of publications) {
    const versions = logged.get(`round/${roundId}`)
    const name = `version ${version} of round ${roundId}`
    there.add(name)
    if (sha256(body) !== hash) findings.push(`${name} has been changed`)
    else if (!versions?.has(version)) findings.push(`${name} was never published: the log does not know it`)
    else if ((versions.get(version) ?? hash) !== hash) findings.push(`${name} is not what was published`)
  }
  for (const [subject, versions] of logged)
    for (const version of versions.keys()) {
      const name = `version ${version} of ${subject.replace('/', ' ')}`
      if (versions.get(version) !== undefined && !there.has(name)) findings.push(`${name} is gone`)
    }
  return findings
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
