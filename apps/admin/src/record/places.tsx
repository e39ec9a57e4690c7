import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { FlagTags } from '../results/flag-tags.tsx'
import type { Round } from '../rounds/round.ts'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import styles from './record.module.css'
import { type Place, placedOf, type RoundRecord } from './record.ts'
import { SourceTag } from './source-tag.tsx'

type Props = { record: RoundRecord; round: Round }

/** Winners and nominees by class, with the jury's reasons in short. */
export function Places({ record, round }: Props) {
  const { t } = useTranslation('record')
  const told = record.places.some(place => place.entries.some(entry => entry.reasons !== null))
  return (
    <section className={styles.part} aria-labelledby="places">
      <h2 id="places">{t('places')}</h2>
      {told && <p className="ts-muted">{t('reasons')}.</p>}
      {record.places.length === 0 ? (
        <p>{t('placesNone')}</p>
      ) : (
        <div className={styles.classes}>
          {record.places.map(place => (
            <Class key={place.category ?? ''} place={place} record={record} round={round} />
          ))}
        </div>
      )}
    </section>
  )
}

function Class({ place, record, round }: Props & { place: Place }) {
  const { t } = useTranslation('record')
  const { placed, others } = placedOf(place)
  return (
    <section className={styles.class}>
      <h3>{place.title ?? t('all')}</h3>
      <ul>
        {placed.map(entry => (
          <li key={entry.name} data-place={entry.place}>
            <Entry entry={entry} record={record} round={round} />
          </li>
        ))}
      </ul>
      {others > 0 && <p className="ts-muted">{t('others', { count: others })}</p>}
    </section>
  )
}

function Entry({ entry, record, round }: Props & { entry: Place['entries'][number] }) {
  const { t } = useTranslation('record')
  const locale = useLocale()
  const { max, unit, decimals } = round.rubric.scale
  const score = entry.score
  const figures = [
    score !== null &&
      t('score', {
        score: formatNumber(score, { decimals: Number.isInteger(score) ? 0 : decimals, locale }),
        max: formatNumber(max, { decimals: 0, locale }),
        unit,
      }),
    entry.categoryRank !== null && t('categoryRank', { rank: entry.categoryRank }),
    entry.rank !== null && t('rank', { rank: entry.rank }),
  ].filter(Boolean)
  return (
    <>
      <div className={styles.who}>
        <strong>{entry.name}</strong>
        {entry.place === 'entry' ? (
          <span className={styles.figures}>{t('tookPart')}</span>
        ) : (
          <FlagTags flags={[entry.place]} />
        )}
      </div>
      {figures.length > 0 && <p className={styles.figures}>{figures.join(' · ')}</p>}
      {entry.reasons && <p className={styles.reasons}>{entry.reasons}</p>}
      <p className={styles.standing}>
        {entry.status !== 'sourced' && <MarkTag mark={entry.status} />}
        <SourceTag id={entry.source} record={record} />
      </p>
    </>
  )
}
