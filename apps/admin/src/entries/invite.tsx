import { Button, Dialog, Fieldset, Heading, Paragraph, Radio, Search } from '@digdir/designsystemet-react'
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Problem } from '../ui/states.tsx'
import styles from './entries.module.css'

type Unit = { id: string; name: string }
const WHOM = ['municipality', 'county', 'some'] as const
type Whom = (typeof WHOM)[number]

/** Whole countries at once, or units one by one. */
export function Invite({ round, open, close }: { round: Round; open: boolean; close: () => void }) {
  const { t } = useTranslation('entries')
  const { t: frame } = useTranslation()
  return (
    <Dialog open={open} onClose={close} closeButton={frame('close')} aria-labelledby="invite">
      <Heading level={2} data-size="sm" id="invite">
        {t('invite.title')}
      </Heading>
      <Paragraph className="ts-muted">{t('invite.lead')}</Paragraph>
      {open && <Form round={round} close={close} />}
    </Dialog>
  )
}

function Form({ round, close }: { round: Round; close: () => void }) {
  const { t } = useTranslation('entries')
  const { t: frame } = useTranslation()
  const [whom, setWhom] = useState<Whom>('municipality')
  const [some, setSome] = useState<readonly Unit[]>([])
  const cache = useQueryClient()
  const invite = useMutation(
    trpc.entries.invite.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          cache.invalidateQueries({ queryKey: trpc.entries.list.queryKey({ round: round.id }) }),
          cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
        ])
        close()
      },
    }),
  )
  const country = frame(`country.${round.country as 'NO'}`)
  const submit = () =>
    invite.mutate({
      round: round.id,
      whom:
        whom === 'some' ? { units: some.map(unit => unit.id) } : { country: round.country, kind: whom },
    })
  return (
    <div className={styles.form}>
      <Fieldset>
        <Fieldset.Legend>{t('invite.whom')}</Fieldset.Legend>
        {WHOM.map(one => (
          <Radio
            key={one}
            name="whom"
            value={one}
            label={t(`invite.${one}`, { country })}
            checked={whom === one}
            onChange={() => setWhom(one)}
          />
        ))}
      </Fieldset>
      {whom === 'some' && <Some round={round} some={some} setSome={setSome} />}
      {invite.isError && <Problem error={invite.error} />}
      <Button loading={invite.isPending} disabled={whom === 'some' && some.length === 0} onClick={submit}>
        {whom === 'some' ? t('invite.submitSome', { count: some.length }) : t('invite.submit')}
      </Button>
    </div>
  )
}

type SomeProps = { round: Round; some: readonly Unit[]; setSome: (some: readonly Unit[]) => void }

function Some({ round, some, setSome }: SomeProps) {
  const { t } = useTranslation('entries')
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const found = useQuery(
    trpc.units.search.queryOptions(
      { text: sought, date: round.referenceDate },
      { enabled: sought.length > 1, placeholderData: before => before },
    ),
  )
  const rows: readonly Unit[] = sought.length > 1 ? (found.data ?? []) : []
  const free = rows.filter(unit => !some.some(one => one.id === unit.id)).slice(0, 8)
  return (
    <>
      <Search data-size="sm">
        <Search.Input
          aria-label={t('invite.find')}
          placeholder={t('invite.find')}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <Search.Clear aria-label={t('clear')} />
      </Search>
      <p className="ts-visually-hidden" role="status">
        {t('invite.found', { count: free.length })}
      </p>
      <ul className={styles.found}>
        {free.map(unit => (
          <li key={unit.id}>
            <Button variant="tertiary" data-size="sm" onClick={() => setSome([...some, unit])}>
              <PlusIcon aria-hidden />
              {unit.name} <span className="ts-muted">{unit.id}</span>
            </Button>
          </li>
        ))}
      </ul>
      {some.length > 0 && (
        <ul className={styles.chosen} aria-label={t('invite.chosen')}>
          {some.map(unit => (
            <li key={unit.id}>
              {unit.name}
              <button
                type="button"
                aria-label={t('invite.take', { name: unit.name })}
                onClick={() => setSome(some.filter(one => one.id !== unit.id))}
              >
                <XMarkIcon aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
