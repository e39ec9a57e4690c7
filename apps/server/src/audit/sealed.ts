import { z } from 'zod'
import { sha256 } from '../canonical.ts'

/** Of records the log has said the hash only since it is checked. */
const published = z.union([
  z.object({ version: z.int(), sha256: z.string() }),
  z.object({ version: z.int(), definition: z.string() }).transform(one => ({ ...one, sha256: undefined })),
])
const sent = z.object({ sha256: z.string() })
const removal = z.object({ removed: z.literal(true) })

type Line = { action: string; subject: string; detail: string }

type Publication = { roundId: string; version: number; sha256: string; body: string }
type Submission = { id: string; roundId: string; entryId: string; sha256: string; body: string }

/** What the log says of publications and submissions, taken down line by line, and held to what there is. */
export function seals() {
  /** By round and version, the hash. */
  const publications = new Map<string, Map<number, string | undefined>>()
  /** By round and entry, every hash. */
  const submissions = new Map<string, Set<string>>()

  return {
    takeDown: ({ action, subject, detail }: Line): void => {
      const said = jsonIn(detail)
      if (removal.safeParse(said).success) publications.delete(subject)
      const version = published.safeParse(said)
      if (version.success && /^round\/[^/]+$/.test(subject)) {
        const versions = publications.get(subject) ?? new Map<number, string | undefined>()
        publications.set(subject, versions.set(version.data.version, version.data.sha256))
      }
      const one = sent.safeParse(said)
      if (one.success && action === 'answers.submit')
        submissions.set(subject, (submissions.get(subject) ?? new Set()).add(one.data.sha256))
    },

    publicationFindings: (rows: readonly Publication[]): string[] => {
      const findings: string[] = []
      const there = new Set<string>()
      for (const { roundId, version, sha256: hash, body } of rows) {
        const versions = publications.get(`round/${roundId}`)
        const name = `version ${version} of round ${roundId}`
        there.add(name)
        if (sha256(body) !== hash) findings.push(`${name} has been changed`)
        else if (!versions?.has(version))
          findings.push(`${name} was never published: the log does not know it`)
        else if ((versions.get(version) ?? hash) !== hash) findings.push(`${name} is not what was published`)
      }
      for (const [subject, versions] of publications)
        for (const [version, hash] of versions) {
          const name = `version ${version} of ${subject.replace('/', ' ')}`
          if (hash !== undefined && !there.has(name)) findings.push(`${name} is gone`)
        }
      return findings
    },

    /** @param entries those that there are: what an entry sent in goes with it */
    submissionFindings: (
      rows: readonly Submission[],
      entries: readonly { id: string; roundId: string }[],
    ): string[] => {
      const findings: string[] = []
      const there = Map.groupBy(rows, one => subjectOf(one.roundId, one.entryId))
      for (const { id, roundId, entryId, sha256: hash, body } of rows) {
        const name = `submission ${id} of entry ${entryId} in round ${roundId}`
        if (sha256(body) !== hash) findings.push(`${name} has been changed`)
        else if (!submissions.get(subjectOf(roundId, entryId))?.has(hash))
          findings.push(`${name} is not what was sent in`)
      }
      for (const { id, roundId } of entries) {
        const subject = subjectOf(roundId, id)
        const left = new Set(there.get(subject)?.map(one => one.sha256))
        for (const hash of submissions.get(subject) ?? [])
          if (!left.has(hash))
            findings.push(`a submission of entry ${id} in round ${roundId} is gone: ${hash}`)
      }
      return findings
    },
  }
}

const subjectOf = (round: string, entry: string) => `round/${round}/entry/${entry}`

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
