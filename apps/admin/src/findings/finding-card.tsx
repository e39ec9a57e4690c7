import { useTranslation } from 'react-i18next'
import { FINDING_LAYERS, type FindingLayer, type Item } from '../assessments/assessing.ts'
import { FindingShown } from '../assessments/finding-shown.tsx'
import { ReplyShown } from '../assessments/reply-shown.tsx'
import { useAnswerWords } from '../assessments/use-answer-words.ts'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import type { Round } from '../rounds/round.ts'
import styles from './findings.module.css'
import type { Findings } from './findings-page.tsx'
import { ReplyForm } from './reply-form.tsx'

type Props = {
  round: Round
  entry: string
  item: Item
  reply: Pick<Findings, 'mayReply' | 'windows' | 'timeZone'>
}

/** One question: what was answered, what was found, and what the entry says to it. */
export function FindingCard({ round, entry, item, reply }: Props) {
  const { t } = useTranslation('assessing')
  const words = useAnswerWords(round.rubric)
  const { question: id, claim, evidence } = item
  return (
    <article className={styles.card} aria-labelledby={`${id}-text`}>
      <h2 id={`${id}-text`}>{round.rubric.questions[id]?.text ?? id}</h2>
      <section>
        <h3>{t('layer.claim')}</h3>
        <p>{claim ? <strong>{words(id, claim.value)}</strong> : t('sheet.noClaim')}</p>
        {evidence.length > 0 && <EvidenceList evidence={evidence} />}
      </section>
      {FINDING_LAYERS.map(layer => (
        <Layer key={layer} round={round} entry={entry} item={item} reply={reply} layer={layer} />
      ))}
    </article>
  )
}

function Layer({ round, entry, item, reply, layer }: Props & { layer: FindingLayer }) {
  const { t } = useTranslation('assessing')
  const finding = item[layer]
  if (!finding) return null
  const until = reply.windows.find(window => window.layer === layer)?.replyUntil ?? null
  const open = reply.mayReply && until !== null && finding.reply?.outcome == null
  return (
    <section>
      <h3>{t(`layer.${layer}`)}</h3>
      <FindingShown question={item.question} finding={finding} rubric={round.rubric} />
      {open ? (
        <ReplyForm
          where={{ round: round.id, entry, question: item.question, layer }}
          reply={finding.reply}
          until={until}
          timeZone={reply.timeZone}
        />
      ) : (
        <ReplyShown question={item.question} finding={finding} rubric={round.rubric} />
      )}
    </section>
  )
}
