import { formatShare } from '@tumstock/engine/display'
import type { Explanation as Node, Reason } from '@tumstock/engine/results'
import { DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import { isOpen } from '@tumstock/rubric/relative'
import { criterionAt, statusOf } from '@tumstock/rubric/tree'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { useEntryNames } from '../units/use-entry-names.ts'
import { answerWords, askedText } from './answer-words.ts'
import styles from './explanation.module.css'
import { faultWords } from './fault-words.ts'
import { LayerLines } from './layer-lines.tsx'
import { plainNumber } from './plain-number.ts'
import { reasonWords } from './reason-words.ts'
import { type Told, titleOf } from './told.ts'
import { screeningWords, trailWords } from './trail-words.ts'

type Props = { node: Node; parent: Node | null; told: Told }

/** Why a part has its value: what it weighs, its rule in words, what was answered, and what of it is assumed. */
export function ExplanationReason({ node, parent, told }: Props) {
  const { t } = useTranslation('explanation')
  const { t: tell } = useTranslation('steps')
  const locale = useLocale()
  const { rubric } = told
  const nameOf = (id: string) => askedText(rubric, id)
  const entryName = useEntryNames(rubric)
  const { t: fault } = useTranslation('faults')
  const { t: frame } = useTranslation()
  const reason = inOwnWords(node, rubric)
  const linesOf = (): string[] => {
    if (reason.kind === 'error')
      return [faultWords({ path: node.path, ...reason }, { t: fault, frame, locale, rubric, entryName })]
    if (reason.kind === 'combine' && node.outcome === 'error') return [t('partFailed')]
    if (reason.kind === 'notApplicable' && reason.screened)
      return [screeningWords(reason.screened, { t: tell, locale })]
    return reasonWords(reason, { t, locale, parts: node.children.length, nameOf, entryName })
  }
  const why = criterionAt(rubric, node.path)?.why
  const share = formatShare(node.share, { decimals: 1, locale })
  const whole = parent && (parent.path === 'criteria' ? t('total') : titleOf(rubric, parent))
  return (
    <div className={styles.reason}>
      <p>{linesOf().join(' ')}</p>
      {node.reason.kind === 'rule' && node.reason.reads.length > 0 && (
        <Reads reads={node.reason.reads} open={isOpen(node.reason.scoring)} told={told} />
      )}
      {parent && (
        <p className={styles.fine}>
          {node.share > 0 ? t('weighs', { share, whole }) : t('weighsNothing')} {why && t('why', { why })}
        </p>
      )}
      <Assumptions path={node.path} told={told} />
    </div>
  )
}

/** The reason with the rule as the rubric writes it: the engine was given this round's ids for the entries that it names. */
const inOwnWords = ({ reason, path }: Node, rubric: Told['rubric']): Reason => {
  const criterion = criterionAt(rubric, path)
  return reason.kind === 'rule' && criterion && 'scoring' in criterion
    ? { ...reason, scoring: criterion.scoring }
    : reason
}

function Assumptions({ path, told: { rubric } }: { path: string; told: Told }) {
  const { t } = useTranslation('explanation')
  const assumed = [
    ...(statusOf(rubric, `${path}.weight`) === 'assumed' ? [t('assumedWeight')] : []),
    ...(statusOf(rubric, `${path}.scoring`) === 'assumed' ? [t('assumedRule')] : []),
  ]
  if (assumed.length === 0) return null
  return (
    <p className={styles.fine}>
      <MarkTag mark="assumed" /> {assumed.join(' ')}
    </p>
  )
}

type Reads = Extract<Reason, { kind: 'rule' }>['reads']

/** @param open whether the rule has no most that could be named beside what was counted */
function Reads({ reads, open, told }: { reads: Reads; open: boolean; told: Told }) {
  const { t } = useTranslation('explanation')
  const { t: tell } = useTranslation('steps')
  const locale = useLocale()
  const number = (value: number) => plainNumber(value, locale)
  return (
    <dl className={styles.reads} aria-label={t('reads')}>
      {reads.map(({ id, value, trail, counted, of }) => (
        <div key={id}>
          <dt>{askedText(told.rubric, id)}</dt>
          <dd>
            <Answer value={answerWords(told.rubric, id, value, { t, locale })} url={isUrl(told, id)} />
            <span className={styles.counted} data-numeric>
              {counted === null || of === null
                ? isGap(value) && t('countedNot')
                : `${t('counted')} ${open ? number(counted) : t('countedOf', { counted: number(counted), of: number(of) })}`}
            </span>
          </dd>
          {trail?.map(change => (
            <dd key={`${change.step} ${change.did}`} className={styles.fine}>
              {trailWords(change, { t: tell, locale, rubric: told.rubric })}
            </dd>
          ))}
          <Evidence id={id} told={told} />
        </div>
      ))}
    </dl>
  )
}

/** Answered, but with nothing that could count. */
const isGap = (value: Reads[number]['value']) => value === DONT_KNOW || value === NOT_APPLICABLE

const isUrl = ({ rubric }: Told, id: string) => rubric.questions[id]?.type === 'url'

/** What somebody wrote is only led to when it is an address on the web. */
function Answer({ value, url }: { value: string; url: boolean }) {
  if (!url || !/^https?:\/\//.test(value)) return <strong>{value}</strong>
  return (
    <a href={value} rel="noreferrer">
      {value}
    </a>
  )
}

/** Where an answer comes from: the statistic, what had to be shown, and what a check or a visit found instead. */
function Evidence({ id, told }: { id: string; told: Told }) {
  const { t } = useTranslation('explanation')
  const { rubric } = told
  const indicator = rubric.indicators[id]
  const lines = [
    ...(indicator ? [t('from', { source: indicator.source, code: indicator.code })] : []),
    ...(rubric.questions[id]?.evidence === 'required' ? [t('evidenceRequired')] : []),
  ]
  return (
    <>
      {lines.map(line => (
        <dd key={line} className={styles.fine}>
          {line}
        </dd>
      ))}
      <LayerLines id={id} told={told} />
    </>
  )
}
