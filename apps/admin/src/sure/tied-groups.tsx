import { Button } from '@digdir/designsystemet-react'
import { formatNumber } from '@tumstock/engine/display'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Task } from './ask.ts'
import { type Standing, standingsOf } from './standings.ts'
import styles from './sure.module.css'
import type { Computed } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'

type Props = { sure: Sure; last: Computed<Extract<Task, { kind: 'uncertainty' }>> }

/** Groups shown before somebody asks for all. */
const SOME = 8
/** Names in a line before the rest is counted. */
const NAMED = 12

/** Most entries of which each is compared with each. */
export const MOST_PAIRED = 2000

/** Who is tied within the noise, in words. */
export function TiedGroups({ sure, last: { outcome } }: Props) {
  const { t } = useTranslation('sure')
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const groups = groupsOf(standingsOf(outcome, sure.nameOf))
  const shown = all
    ? groups
    : groups.filter((group, at) => at < SOME || group.some(({ id }) => id === sure.one))
  return (
    <section className={styles.box} aria-labelledby="tied-groups">
      <h3 id="tied-groups">{t('tiedGroups.title')}</h3>
      <p className={styles.help}>{t('tiedGroups.lead')}</p>
      {outcome.groups === null && (
        <p>{t('tiedGroups.tooMany', { most: formatNumber(MOST_PAIRED, { decimals: 0, locale }) })}</p>
      )}
      {outcome.groups !== null && groups.length === 0 && <p>{t('tiedGroups.none')}</p>}
      <ul className={styles.groups}>
        {shown.map(group => (
          <Group key={group[0]?.id} group={group} one={sure.one} />
        ))}
      </ul>
      {shown.length < groups.length && (
        <Button data-size="sm" variant="secondary" onClick={() => setAll(true)}>
          {t('tiedGroups.all', { count: groups.length })}
        </Button>
      )}
    </section>
  )
}

/** Those of two or more, in order. */
const groupsOf = (standings: readonly Standing[]): Standing[][] => {
  const groups = Map.groupBy(
    standings.filter(({ group }) => group !== null),
    ({ group }) => group,
  )
  return [...groups.values()]
}

function Group({ group, one }: { group: readonly Standing[]; one: string | undefined }) {
  const { t } = useTranslation('sure')
  const from = group[0]?.rank ?? 1
  const to = group.at(-1)?.rank ?? from
  const followed = group.find(({ id }) => id === one)
  const named = group.slice(0, NAMED)
  const names = followed && !named.includes(followed) ? [...named, followed] : named
  const more = group.length - names.length
  return (
    <li>
      <strong>{from === to ? t('tiedGroups.rank', { from }) : t('tiedGroups.ranks', { from, to })}</strong>
      <span>
        {names.map(({ name }) => name).join(' · ')}
        {more > 0 && ` ${t('tiedGroups.more', { count: more })}`}
      </span>
    </li>
  )
}
