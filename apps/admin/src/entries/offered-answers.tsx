import { Button, Details } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import styles from './details.module.css'
import { type DetailsProps, goesOn } from './details.ts'
import { useEntriesChanged } from './use-entries-changed.ts'

/** What others have written who joined an entry or nominated it; taken over one by one, never unseen. */
export function OfferedAnswers({ round, entry }: DetailsProps) {
  const { t } = useTranslation('entries')
  const named = { round: round.id, entry: entry.id }
  const possible = entry.units.length > 1 || entry.origin === 'nominated'
  const offered = useQuery(trpc.entries.offered.queryOptions(named, { enabled: possible }))
  const own = useQuery(trpc.entries.answers.queryOptions(named, { enabled: (offered.data?.length ?? 0) > 0 }))
  const changed = useEntriesChanged()
  const take = useMutation(trpc.entries.setAnswer.mutationOptions({ onSuccess: changed }))
  const stands = new Map(
    own.data?.answers.filter(one => one.layer === 'claim').map(one => [one.question, one]),
  )
  const from = offered.data?.filter(one => one.answers.length > 0) ?? []
  if (from.length === 0 || !own.data) return null
  return (
    <Details>
      <Details.Summary>{t('offered.title')}</Details.Summary>
      <Details.Content>
        {take.isError && <Problem error={take.error} />}
        {from.map(({ from: name, answers }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nominators are not told apart, and their order stands.
          <div key={`${name ?? ''}/${at}`} className={styles.offer}>
            <h4>{name ?? t('offered.nominator')}</h4>
            <dl>
              {answers.map(({ question, value }) => {
                const standing = stands.get(question)
                const same = JSON.stringify(standing?.value) === JSON.stringify(value)
                return (
                  <div key={question}>
                    <dt>{round.rubric.questions[question]?.text ?? question}</dt>
                    <dd>{shown(value)}</dd>
                    {same ? (
                      <dd className="ts-muted">{t('offered.same')}</dd>
                    ) : (
                      goesOn(round) && (
                        <dd>
                          <Button
                            data-size="sm"
                            variant="tertiary"
                            loading={take.isPending}
                            onClick={() =>
                              take.mutate({
                                ...named,
                                question,
                                value: asInput(value),
                                version: standing?.version ?? 0,
                              })
                            }
                          >
                            {t(standing ? 'offered.instead' : 'offered.take')}
                          </Button>
                        </dd>
                      )
                    )}
                  </div>
                )
              })}
            </dl>
          </div>
        ))}
      </Details.Content>
    </Details>
  )
}

const shown = (value: AnswerValue): string => (typeof value === 'object' ? value.join(', ') : String(value))

const asInput = (value: AnswerValue): number | string | string[] =>
  typeof value === 'object' ? [...value] : value
