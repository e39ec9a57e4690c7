import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { asList } from '../results/scoring-words.ts'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import type { Task } from './ask.ts'
import { chanceWords } from './chance-words.ts'
import { type Standing, standingsOf } from './standings.ts'
import styles from './sure.module.css'
import type { Computed } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'

type Props = {
  sure: Sure
  last: Computed<Extract<Task, { kind: 'uncertainty' }>> | undefined
  current: boolean
}

/** The question, and the answer before any picture. */
export function Answer({ sure, last, current }: Props) {
  const { t } = useTranslation('sure')
  const { round, rubric, category } = sure
  return (
    <section className={styles.answer} aria-labelledby="how-sure">
      <h2 id="how-sure">
        {category === undefined
          ? t('title')
          : t('titleIn', { category: rubric.categories[category]?.title ?? category })}
      </h2>
      {round.kind === 'synthetic' && <MarkTag mark="synthetic" />}
      {last && (
        <div className={styles.says} data-stale={!current} aria-live="polite">
          <Sentences sure={sure} last={last} />
        </div>
      )}
    </section>
  )
}

/** Names that are said before they are only counted. */
const NAMED = 4

function Sentences({ sure, last: { ask, outcome } }: { sure: Sure; last: NonNullable<Props['last']> }) {
  const { t } = useTranslation('sure')
  const locale = useLocale()
  const standings = standingsOf(outcome, sure.nameOf)
  const leaders = standings.filter(({ rank }) => rank === 1)
  const [leader] = leaders
  if (!leader) return <p>{t('nobody')}</p>
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const runs = whole(ask.task.runs)
  const chance = (one: Standing) => chanceWords(one.first ?? 0, locale)
  const rivals =
    leader.group === null ? [] : standings.filter(one => one.group === leader.group && one !== leader)
  const followed = standings.find(({ id }) => id === sure.one)
  const settled = outcome.groups?.length
  return (
    <>
      <p className={styles.finding}>
        {leaders.length === 1
          ? t('first', { name: leader.name, share: chance(leader), runs })
          : t('firstShared', {
              names: asList(
                leaders.map(one => `${one.name} (${chance(one)})`),
                locale,
              ),
              runs,
            })}
      </p>
      {settled !== undefined && standings.length > 1 && (
        <p>
          {rivals.length === 0
            ? t('alone')
            : rivals.length <= NAMED
              ? t('tiedNames', {
                  names: asList(
                    rivals.map(one => one.name),
                    locale,
                  ),
                })
              : t('tied', { count: rivals.length, n: whole(rivals.length) })}{' '}
          {settled === standings.length
            ? t('tiedGroups.none')
            : t('groups', { count: settled, n: whole(standings.length) })}
        </p>
      )}
      {followed && (
        <p>
          {t('followed', {
            name: followed.name,
            rank: whole(followed.rank),
            low: whole(followed.low ?? followed.rank),
            high: whole(followed.high ?? followed.rank),
            share: chance(followed),
          })}
        </p>
      )}
      <p className="ts-muted">{t('span', { count: medianSpan(standings) })}</p>
    </>
  )
}

/** Places from the lowest to the highest likely rank of the entry in the middle, both ends counted. */
const medianSpan = (standings: readonly Standing[]): number => {
  const spans = standings
    .flatMap(({ low, high }) => (low === null || high === null ? [] : [high - low + 1]))
    .sort((a, b) => a - b)
  return Math.round(spans[Math.floor(spans.length / 2)] ?? 1)
}
