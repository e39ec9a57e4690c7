import { Button, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './seats.module.css'
import type { AssessorRole, Seats } from './seats.ts'
import { useNames } from './use-names.ts'

export type AssignWish = { round: string; role: AssessorRole; entries: string[]; people: string[] }
type Props = { wish: AssignWish; seats: Seats; open: boolean; close: () => void }

/** Gives everybody as many entries as anybody, and shows what that comes to first. */
export function AssignEvenly({ open, close, ...rest }: Props) {
  const { t } = useTranslation('seats')
  return (
    <DialogFrame open={open} title={t('assign.evenlyTitle')} lead={t('assign.evenlyLead')} close={close}>
      <Form {...rest} close={close} />
    </DialogFrame>
  )
}

const MOST = 20

function Form({ wish, seats, close }: Omit<Props, 'open'>) {
  const { t } = useTranslation('seats')
  const [each, setEach] = useState('1')
  const cache = useQueryClient()
  const number = Math.min(MOST, Math.max(1, Math.trunc(Number(each)) || 1))
  const asked = { ...wish, how: 'evenly' as const, each: number }
  const preview = useQuery(
    trpc.seats.preview.queryOptions(asked, { staleTime: 0, placeholderData: before => before }),
  )
  const assign = useMutation(
    trpc.seats.assign.mutationOptions({
      onSuccess: async () => {
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  const count = preview.data?.changed.length ?? 0
  return (
    <div className={form.form}>
      <Textfield
        className={styles.each ?? ''}
        type="number"
        min={1}
        max={MOST}
        label={t('assign.each')}
        value={each}
        onChange={event => setEach(event.target.value)}
      />
      {preview.isError && <Problem error={preview.error} retry={() => preview.refetch()} />}
      {preview.isPending && <Loading rows={4} />}
      {preview.data && <Outcome wish={wish} seats={seats} given={preview.data} />}
      {assign.isError && <Problem error={assign.error} />}
      <Button
        loading={assign.isPending}
        disabled={count === 0 || preview.isPlaceholderData}
        onClick={() => assign.mutate(asked)}
      >
        {t('assign.submit', { count })}
      </Button>
    </div>
  )
}

type OutcomeProps = {
  wish: AssignWish
  seats: Seats
  given: inferOutput<typeof trpc.seats.preview>
}

/** What everybody has now, and would have then. */
function Outcome({ wish, seats, given }: OutcomeProps) {
  const { t } = useTranslation('seats')
  const names = useNames(seats)
  const now = (person: string) =>
    seats.assignments.filter(one => one.role === wish.role && one.person === person).length
  const more = (person: string) => given.changed.filter(one => one.person === person).length
  return (
    <>
      {given.changed.length === 0 && given.short.length === 0 && <Paragraph>{t('assign.nothing')}</Paragraph>}
      <table className={styles.preview}>
        <thead>
          <tr>
            <th scope="col">{t('assign.person')}</th>
            <th scope="col" data-figure>
              {t('assign.before')}
            </th>
            <th scope="col" data-figure>
              {t('assign.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {wish.people.map(person => (
            <tr key={person}>
              <th scope="row">{names.person(person)}</th>
              <td data-figure data-numeric>
                {now(person)}
              </td>
              <td data-figure data-numeric>
                {now(person) + more(person)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {given.short.length > 0 && (
        <Paragraph>
          {t('assign.short', {
            count: given.short.length,
            names: given.short.map(entry => names.entry(entry)).join(', '),
          })}
        </Paragraph>
      )}
    </>
  )
}
