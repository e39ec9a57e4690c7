import type { Db } from '../db/open.ts'
import { firstBreak, GENESIS } from './chain.ts'
import { hasLink, linksAfter, sealedRows } from './queries.ts'
import { seals } from './sealed.ts'

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

/**
 * Holds the log to its chain, and what was published or sent in to its hash and to the log.
 *
 * @param head of the log at an earlier time: a chain alone does not show that its end is missing
 */
export async function integrityOf(db: Db, head?: string): Promise<Integrity> {
  const findings: string[] = []
  const sealed = seals()
  let before = { seq: 0, hash: GENESIS }
  for (;;) {
    const rows = await linksAfter(db, before.seq, PAGE)
    const broken = firstBreak(rows, before)
    if (broken !== null && findings.length === 0) findings.push(`audit row ${broken} has been tampered with`)
    for (const row of rows) sealed.takeDown(row)
    const last = rows.at(-1)
    if (last === undefined) break
    before = { seq: last.seq, hash: last.hash }
  }
  if (head !== undefined && head !== GENESIS && !(await hasLink(db, head)))
    findings.push(`the audit log does not hold ${head}: rows have been cut off or written anew`)
  const { publications, submissions, entries } = await sealedRows(db)
  findings.push(...sealed.publicationFindings(publications))
  findings.push(...sealed.submissionFindings(submissions, entries))
  return {
    rows: before.seq,
    head: before.hash,
    publications: publications.length,
    submissions: submissions.length,
    findings,
  }
}
