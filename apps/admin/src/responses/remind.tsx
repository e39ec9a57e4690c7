import { Button, Checkbox, Fieldset, Select } from '@digdir/designsystemet-react'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import form from '../ui/form.module.css'
import { Loading, Problem } from '../ui/states.tsx'
import { Reached } from './reached.tsx'
import styles from './responses.module.css'
import { WAITING_STATES, type WaitingState } from './responses.ts'
import { type Wording, Words } from './words.tsx'

/** Chooses whom to remind, shows what they will read, and sends it once. */
export function Remind({ round, close }: { round: Round; close: () => void }) {
  const { t } = useTranslation('responses')
  return (
    <DialogFrame title={t('remind.title')} lead={t('remind.lead')} size="widest" close={close}>
      <Form round={round} close={close} />
    </DialogFrame>
  )
}

type Choice = { states: readonly WaitingState[]; category: string | undefined; county: string | undefined }

const groupOf = ({ states, category, county }: Choice) => ({
  states: [...states],
  ...(category !== undefined && { categories: [category] }),
  ...(county !== undefined && { counties: [county] }),
})

function Form({ round, close }: { round: Round; close: () => void }) {
  const { t } = useTranslation('responses')
  const cache = useQueryClient()
  const [choice, setChoice] = useState<Choice>({
    states: WAITING_STATES,
    category: undefined,
    county: undefined,
  })
  const [wording, setWording] = useState<Wording>({})
  // One for this dialog: pressing twice, or again after the line broke, sends nothing twice.
  const id = useMemo(() => crypto.randomUUID(), [])
  const group = groupOf(choice)
  const sought = useDeferredValue(wording)
  const preview = useQuery(
    trpc.reminders.preview.queryOptions(
      { round: round.id, group, wording: sought },
      { enabled: choice.states.length > 0, placeholderData: keepPreviousData },
    ),
  )
  const send = useMutation(
    trpc.reminders.send.mutationOptions({
      onSuccess: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: trpc.reminders.pathKey() }),
          cache.invalidateQueries({ queryKey: trpc.mail.pathKey() }),
        ]),
    }),
  )
  if (send.isSuccess)
    return (
      <div className={form.form}>
        <p role="status">{t('remind.sent', { count: send.data.letters })}</p>
        <Button onClick={close}>{t('remind.done')}</Button>
      </div>
    )
  const nobody = choice.states.length === 0 || preview.data?.recipients.length === 0
  return (
    <div className={form.form}>
      <Whom round={round} choice={choice} setChoice={setChoice} />
      {preview.isError && <Problem error={preview.error} />}
      {!preview.data && !preview.isError && choice.states.length > 0 && <Loading rows={3} />}
      {preview.data && !nobody && (
        <>
          <Reached preview={preview.data} />
          <Words letters={preview.data.letters} wording={wording} setWording={setWording} />
        </>
      )}
      {nobody && <p>{t('remind.nobody')}</p>}
      {preview.data && nobody && <Reached preview={preview.data} />}
      {send.isError && <Problem error={send.error} />}
      <Button
        disabled={nobody || !preview.data}
        loading={send.isPending}
        onClick={() => send.mutate({ round: round.id, id, group, wording })}
      >
        {t('remind.send')}
      </Button>
    </div>
  )
}

type WhomProps = { round: Round; choice: Choice; setChoice: (choice: Choice) => void }

function Whom({ round, choice, setChoice }: WhomProps) {
  const { t } = useTranslation('responses')
  const dashboard = useQuery(trpc.responses.dashboard.queryOptions({ round: round.id }))
  const counties = dashboard.data?.counties.filter(one => one.name !== null) ?? []
  const turn = (state: WaitingState, on: boolean) =>
    setChoice({
      ...choice,
      states: WAITING_STATES.filter(one => (one === state ? on : choice.states.includes(one))),
    })
  return (
    <>
      <Fieldset>
        <Fieldset.Legend>{t('remind.whom')}</Fieldset.Legend>
        {WAITING_STATES.map(state => (
          <Checkbox
            key={state}
            label={t(`state.${state}`)}
            checked={choice.states.includes(state)}
            onChange={event => turn(state, event.target.checked)}
          />
        ))}
      </Fieldset>
      <div className={styles.filter}>
        <FilterChoice
          label={t('waiting.category')}
          value={choice.category}
          choose={category => setChoice({ ...choice, category })}
        >
          <Select.Option value="">{t('remind.allClasses')}</Select.Option>
          {Object.entries(round.rubric.categories).map(([id, { title }]) => (
            <Select.Option key={id} value={id}>
              {title}
            </Select.Option>
          ))}
        </FilterChoice>
        <FilterChoice
          label={t('waiting.county')}
          value={choice.county}
          choose={county => setChoice({ ...choice, county })}
        >
          <Select.Option value="">{t('remind.allCounties')}</Select.Option>
          {counties.map(({ group, name }) => (
            <Select.Option key={group} value={group.slice('county:'.length)}>
              {name}
            </Select.Option>
          ))}
        </FilterChoice>
      </div>
    </>
  )
}
