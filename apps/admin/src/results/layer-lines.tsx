import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { answerWords } from './answer-words.ts'
import styles from './explanation.module.css'
import type { Layer, Told } from './told.ts'

const SURE: Readonly<Record<number, 'hardly' | 'fairly' | 'sure'>> = { 1: 'hardly', 2: 'fairly', 3: 'sure' }

/** What the entry says, what was found behind it, in which role, how sure and why, and what the entry replied. */
export function LayerLines({ id, told: { rubric, layers } }: { id: string; told: Told }) {
  const { t } = useTranslation('explanation')
  const locale = useLocale()
  const found = layers.filter(one => one.question === id)
  if (found.every(one => one.layer === 'claim')) return null
  const words = (value: Layer['value']) =>
    value === null ? t('nothingShows') : answerWords(rubric, id, value, { t, locale })
  const linesOf = ({ layer, value, reason, confidence, at, reply }: Layer): string => {
    const sure = SURE[confidence ?? 0]
    const lines = [
      `${t(`layer.${layer}`)}: ${words(value)}.`,
      layer === 'claim' ? null : t('foundBy', { role: t(`role.${layer}`), day: formatDay(at, locale) }),
      layer === 'claim' || sure === undefined ? null : t(`sure.${sure}`),
      reason && t('layerReason', { reason }),
      reply && t(reply.stance === 'accept' ? 'replyAccept' : 'replyObject', { text: reply.text }),
      reply?.outcome === 'kept' ? t('replyKept', { answer: reply.answer }) : null,
      reply?.before ? t('replyChanged', { from: words(reply.before.value), answer: reply.answer }) : null,
    ]
    return lines.filter(Boolean).join(' ')
  }
  return found.map(layer => (
    <dd key={layer.layer} className={styles.fine}>
      {linesOf(layer)}
    </dd>
  ))
}
