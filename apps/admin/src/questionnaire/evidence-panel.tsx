import { useQueryClient } from '@tanstack/react-query'
import type { Question } from '@tumstock/rubric/contract'
import { needsEvidence } from '@tumstock/rubric/evidence'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { AddFile } from '../evidence/add-file.tsx'
import { AddLink } from '../evidence/add-link.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'

/** What shows that an answer is so: files and links, and the ways to add more. */
export function EvidencePanel({ name, question }: { name: string; question: Question }) {
  const { t } = useTranslation('answering')
  const { t: words } = useTranslation('evidence')
  const { round, view, shown, readOnly, change } = useAnswering()
  const heading = useId()
  const cache = useQueryClient()
  const entry = view.entry.id
  const again = () =>
    cache.invalidateQueries({ queryKey: trpc.answers.questionnaire.queryKey({ round, entry }) })
  const mine = view.evidence.filter(one => one.question === name && one.layer === 'claim')
  const answer = shown[name] ?? null
  const missing = mine.length === 0 && answer !== null && needsEvidence(question, answer)
  const mayAdd = !readOnly && view.can.includes('evidence.add')
  const mayRemove = !readOnly && view.can.includes('evidence.remove')
  const about = { round, entry, question: name, layer: 'claim' } as const
  if (mine.length === 0 && !mayAdd && !missing) return null
  return (
    <section className={styles.evidence} aria-labelledby={heading}>
      <h3 id={heading}>
        {t(question.evidence === 'required' ? 'evidence.required' : 'evidence.optional')}
        {missing && <span className={styles.missing}>{t('evidence.missing')}</span>}
      </h3>
      {mine.length > 0 && (
        <EvidenceList evidence={mine} {...(mayRemove && { removing: { round, entry, removed: again } })} />
      )}
      {mayAdd && (
        <>
          <div className={styles.adding}>
            <AddFile
              about={about}
              added={({ title }) => {
                if (question.type === 'file' && answer === null) change(name, title)
                return again()
              }}
            />
            <AddLink about={about} added={again} />
          </div>
          <small className="ts-muted">{words('kinds')}</small>
        </>
      )}
    </section>
  )
}
