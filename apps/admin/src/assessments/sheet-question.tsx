import { Tag } from '@digdir/designsystemet-react'
import { useNavigate } from '@tanstack/react-router'
import { formatNumber } from '@tumstock/engine/display'
import { criterionAt } from '@tumstock/rubric/tree'
import { useTranslation } from 'react-i18next'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import type { Round } from '../rounds/round.ts'
import { useLocale } from '../ui/locale.ts'
import { AnswerForm } from './answer-form.tsx'
import { FINDING_LAYERS, type FindingLayer, type Item, type Sheet } from './assessing.ts'
import styles from './assessments.module.css'
import { POINT_DECIMALS } from './effect-lines.tsx'
import { FindingEvidence } from './finding-evidence.tsx'
import { FindingForm } from './finding-form.tsx'
import { FindingShown } from './finding-shown.tsx'
import { placeOf } from './in-hand.ts'
import { ReplyShown } from './reply-shown.tsx'
import { sheetSearch } from './sheet-search.ts'
import { useAnswerWords } from './use-answer-words.ts'

type Props = { round: Round; sheet: Sheet; item: Item }

/** One question: the claim with its evidence and points, and under it what each layer found. */
export function SheetQuestion({ round, sheet, item }: Props) {
  const { t } = useTranslation('assessing')
  const navigate = useNavigate({ from: '/rounds/$round/assess/$entry' })
  const words = useAnswerWords(round.rubric)
  const { question: id, claim, evidence } = item
  const question = round.rubric.questions[id]
  if (!question) return null
  const inHand = () =>
    navigate({
      search: before => (before.q === id ? before : sheetSearch({ ...before, q: id })),
      replace: true,
      resetScroll: false,
    })
  return (
    <article
      {...placeOf(id)}
      className={styles.question}
      aria-labelledby={`${id}-text`}
      onFocus={() => void inHand()}
    >
      <h2 id={`${id}-text`}>{question.text}</h2>
      {question.help && <p className={styles.fine}>{question.help}</p>}
      {item.forVisit && (
        <Tag data-size="sm" data-color="info">
          {t('sheet.forVisitTag')}
        </Tag>
      )}
      <section className={styles.claim}>
        <h3>{t('sheet.claim')}</h3>
        <p>{claim ? <strong>{words(id, claim.value)}</strong> : t('sheet.noClaim')}</p>
        {evidence.length > 0 ? (
          <EvidenceList evidence={evidence} />
        ) : (
          claim && question.evidence && <p className={styles.fine}>{t('sheet.noEvidence')}</p>
        )}
        <Worths round={round} item={item} />
      </section>
      {FINDING_LAYERS.map(layer => (
        <Layer key={layer} round={round} sheet={sheet} item={item} layer={layer} />
      ))}
    </article>
  )
}

function Worths({ round, item }: { round: Round; item: Item }) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, { decimals: POINT_DECIMALS, locale })
  if (item.criteria.length === 0) return null
  return (
    <ul className={styles.effects} aria-label={t('sheet.criteria')}>
      {item.criteria.map(({ path, title: base, outOf, value }) => {
        const title = criterionAt(round.rubric, path)?.title ?? base
        return (
          <li key={path}>
            {value === null
              ? t('sheet.worthNone', { title, outOf: number(outOf) })
              : t('sheet.worth', { title, points: number(value * outOf), outOf: number(outOf) })}
          </li>
        )
      })}
    </ul>
  )
}

function Layer({ round, sheet, item, layer }: Props & { layer: FindingLayer }) {
  const { t } = useTranslation('assessing')
  const question = round.rubric.questions[item.question]
  const finding = item[layer]
  const entry = sheet.entry.id
  // What the entry has replied to changes by an answer alone.
  const writes = sheet.writes.includes(layer) && !finding?.reply
  if (!question || (!finding && !writes)) return null
  const where = { round: round.id, entry, id: item.question, layer }
  return (
    <section className={styles.layer}>
      <h3>{t(`layer.${layer}`)}</h3>
      {finding && !writes && (
        <FindingShown question={item.question} finding={finding} rubric={round.rubric} />
      )}
      {finding && <ReplyShown question={item.question} finding={finding} rubric={round.rubric} />}
      {finding?.reply?.outcome === null && sheet.answers.includes(layer) && (
        <AnswerForm {...where} question={question} />
      )}
      {writes && (
        <>
          <FindingForm round={round} entry={entry} item={item} layer={layer} question={question} />
          {finding && <FindingShown brief question={item.question} finding={finding} rubric={round.rubric} />}
          {finding && <FindingEvidence {...where} evidence={finding.evidence} />}
        </>
      )}
    </section>
  )
}
