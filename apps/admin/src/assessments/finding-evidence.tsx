import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { AddFile } from '../evidence/add-file.tsx'
import { AddLink } from '../evidence/add-link.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import type { Evidence, FindingLayer } from './assessing.ts'
import styles from './assessments.module.css'

type Props = {
  round: string
  entry: string
  id: string
  layer: FindingLayer
  evidence: readonly Evidence[]
}

/** What shows a finding to be so, and the ways to add more. */
export function FindingEvidence({ round, entry, id, layer, evidence }: Props) {
  const cache = useQueryClient()
  const changed = () =>
    cache.invalidateQueries({ queryKey: trpc.assessments.sheet.queryKey({ round, entry }) })
  const about = { round, entry, question: id, layer }
  return (
    <>
      {evidence.length > 0 && (
        <EvidenceList evidence={evidence} removing={{ round, entry, removed: changed }} />
      )}
      <div className={styles.buttons}>
        <AddFile about={about} added={changed} />
        <AddLink about={about} added={changed} />
      </div>
    </>
  )
}
