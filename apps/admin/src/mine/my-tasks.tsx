import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { RoundRow } from '../rounds/round.ts'
import { inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { EntryTag } from './entry-tag.tsx'
import styles from './mine.module.css'
import { type MyEntry, nextStep } from './my-entry.ts'

const TO_DO = ['respond', 'answer', 'submit', 'reply', 'assess'] as const

type Todo = { round: RoundRow; entry: MyEntry; step: (typeof TO_DO)[number] }

/** What waits for the reader in all their rounds, the nearest deadline first. */
export function MyTasks({ rounds }: { rounds: readonly RoundRow[] }) {
  const { t } = useTranslation('mine')
  const mine = useQueries({
    queries: rounds.map(({ id }) => trpc.entries.mine.queryOptions({ round: id })),
  })
  const todo = rounds
    .flatMap((round, at) => (mine[at]?.data ?? []).flatMap(entry => todoIn(round, entry)))
    .toSorted((a, b) => (a.entry.deadline ?? '9').localeCompare(b.entry.deadline ?? '9'))
  if (todo.length === 0) return null
  return (
    <section className={styles.todo} aria-labelledby="my-tasks">
      <h2 id="my-tasks">{t('title')}</h2>
      <ul>
        {todo.map(one => (
          <Item key={one.entry.id} {...one} />
        ))}
      </ul>
    </section>
  )
}

const todoIn = (round: RoundRow, entry: MyEntry | { conflict: true }): Todo[] => {
  if (entry.conflict) return []
  const next = nextStep(entry)
  const step = TO_DO.find(one => one === next)
  return step === undefined ? [] : [{ round, entry, step }]
}

function Item({ round, entry, step }: Todo) {
  const { t } = useTranslation('mine')
  const locale = useLocale()
  const { deadline } = entry
  return (
    <li>
      <Link to="/rounds/$round/mine" params={{ round: round.id }}>
        {t(`todo.${step}`, { name: entry.name ?? t('nameless'), round: round.title })}
      </Link>
      <EntryTag entry={entry} />
      {deadline !== null && (
        <span className="ts-muted">{t('until', { when: inWords(deadline, locale, new Date()) })}</span>
      )}
    </li>
  )
}
