import {
  Alert,
  Button,
  Field,
  Fieldset,
  Label,
  Paragraph,
  Radio,
  Select,
  Textfield,
  ValidationMessage,
} from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { bareTitle, useAwardTitles } from './use-award-titles.ts'

const route = getRouteApi('/rounds')

/** Pick an edition or clone a round: ten seconds to a draft. */
export function NewRound() {
  const { t } = useTranslation('rounds')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds' })
  const shut = () =>
    navigate({ search: ({ new: _, from: __, ...rest }) => rest, replace: true, resetScroll: false })
  return (
    <DialogFrame open={search.new === true} title={t('create.title')} lead={t('create.lead')} close={shut}>
      <Form from={search.from} />
    </DialogFrame>
  )
}

type Start = 'edition' | 'round'

function Form({ from }: { from: string | undefined }) {
  const { t } = useTranslation('rounds')
  const [start, setStart] = useState<Start>(from === undefined || from.includes('@') ? 'edition' : 'round')
  const [source, setSource] = useState(from ?? '')
  const [title, setTitle] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const suggested = useSuggestedTitle(source)
  const name = title ?? suggested
  const create = useMutation(
    trpc.rounds.create.mutationOptions({
      onSuccess: async ({ id }) => {
        cache.invalidateQueries({ queryKey: trpc.rounds.list.queryKey() })
        await navigate({ to: '/rounds/$round/set-up', params: { round: id } })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (source !== '' && name.trim() !== '')
      create.mutate({ from: start === 'edition' ? { edition: source } : { round: source }, title: name })
  }
  const choose = (kind: Start) => {
    setStart(kind)
    setSource('')
  }
  return (
    <form className={form.form} onSubmit={submit} noValidate>
      <Fieldset>
        <Fieldset.Legend>{t('create.start')}</Fieldset.Legend>
        <Radio
          name="start"
          value="edition"
          label={t('create.edition')}
          description={t('create.editionHelp')}
          checked={start === 'edition'}
          onChange={() => choose('edition')}
        />
        <Radio
          name="start"
          value="round"
          label={t('create.clone')}
          description={t('create.cloneHelp')}
          checked={start === 'round'}
          onChange={() => choose('round')}
        />
      </Fieldset>
      <Source start={start} value={source} choose={setSource} missing={tried && source === ''} />
      <Textfield
        label={t('create.name')}
        value={name}
        maxLength={200}
        onChange={event => setTitle(event.target.value)}
        error={tried && name.trim() === '' && t('create.nameMissing')}
      />
      {create.isError && (
        <Alert data-color="danger" data-size="sm" role="alert">
          <Paragraph>{create.error.message}</Paragraph>
        </Alert>
      )}
      <Button type="submit" loading={create.isPending}>
        {t('create.submit')}
      </Button>
    </form>
  )
}

/** What the award is called, and this year: nobody should have to think of a title first. */
function useSuggestedTitle(source: string): string {
  const titleOf = useAwardTitles()
  const rounds = useQuery(trpc.rounds.list.queryOptions())
  if (source === '') return ''
  const award = source.includes('@')
    ? source.split('@')[0]
    : rounds.data?.find(round => round.id === source)?.award
  return `${bareTitle(titleOf(award ?? ''))} ${new Date().getFullYear()}`
}

type SourceProps = { start: Start; value: string; choose: (value: string) => void; missing: boolean }

function Source({ start, value, choose, missing }: SourceProps) {
  const { t } = useTranslation('rounds')
  const id = useId()
  return (
    <Field>
      <Label htmlFor={id}>{t(start === 'edition' ? 'create.whichEdition' : 'create.whichRound')}</Label>
      <Select id={id} value={value} aria-invalid={missing} onChange={event => choose(event.target.value)}>
        <Select.Option value="">{t('create.choose')}</Select.Option>
        {start === 'edition' ? <Editions /> : <Rounds />}
      </Select>
      {missing && <ValidationMessage>{t('create.fromMissing')}</ValidationMessage>}
    </Field>
  )
}

function Editions() {
  const rubrics = useQuery(trpc.rubrics.list.queryOptions())
  const titleOf = useAwardTitles()
  return rubrics.data?.map(rubric => (
    <Select.Optgroup key={rubric.id} label={titleOf(rubric.id)}>
      {rubric.editions
        .filter(edition => !edition.broken)
        .toReversed()
        .map(({ edition, title }) => (
          <Select.Option key={edition} value={`${rubric.id}@${edition}`}>
            {title}
          </Select.Option>
        ))}
    </Select.Optgroup>
  ))
}

function Rounds() {
  const rounds = useQuery(trpc.rounds.list.queryOptions())
  return rounds.data?.map(round => (
    <Select.Option key={round.id} value={round.id}>
      {round.title.includes(String(round.year)) ? round.title : `${round.title} (${round.year})`}
    </Select.Option>
  ))
}
