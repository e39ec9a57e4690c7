import { Button, Field, Label, Textarea } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Problem } from '../ui/states.tsx'
import styles from './entries.module.css'
import type { ListedContact } from './whom.ts'

type Row = inferOutput<typeof trpc.entries.readList>[number]

const contactOf = ({ unit, email, name }: Row): ListedContact[] =>
  unit === null
    ? []
    : [
        {
          unit: unit.id,
          contact: email === null ? null : { unit: unit.id, email, ...(name !== null && { name }) },
        },
      ]

/** A pasted list, read against the register; a name of several units is put before the reader, never guessed. */
export function InviteList({
  round,
  read,
}: {
  round: Round
  read: (rows: readonly ListedContact[]) => void
}) {
  const { t } = useTranslation('entries')
  const id = useId()
  const [text, setText] = useState('')
  const [rows, setRows] = useState<readonly Row[]>([])
  const put = (next: readonly Row[]) => {
    setRows(next)
    read(next.flatMap(contactOf))
  }
  const reading = useMutation(trpc.entries.readList.mutationOptions({ onSuccess: put }))
  const settle = (line: number, unit: NonNullable<Row['unit']>) =>
    put(rows.map(row => (row.line === line ? { ...row, unit, problem: null } : row)))
  const bad = rows.filter(row => row.problem !== null)
  return (
    <div className={styles.listed}>
      <Field>
        <Label htmlFor={id}>{t('invite.listLabel')}</Label>
        <Field.Description>{t('invite.listHelp')}</Field.Description>
        <Textarea
          id={id}
          rows={6}
          spellCheck={false}
          placeholder={t('invite.listExample')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <Button
        variant="secondary"
        data-size="sm"
        disabled={text.trim() === ''}
        loading={reading.isPending}
        onClick={() => reading.mutate({ round: round.id, text })}
      >
        {t('invite.listRead')}
      </Button>
      {reading.isError && <Problem error={reading.error} />}
      {bad.length > 0 && (
        <ul className={styles.bad} aria-label={t('invite.listBad', { count: bad.length })}>
          {bad.map(({ line, text: words, problem }) => (
            <li key={line}>
              <p>
                <strong>{t('invite.line', { line })}</strong> <q>{words}</q>{' '}
                {problem && t(`listed.${problem.code}`)}
              </p>
              <div className={styles.candidates}>
                {problem?.candidates.map(unit => (
                  <Button key={unit.id} variant="tertiary" data-size="sm" onClick={() => settle(line, unit)}>
                    {unit.name} <span className="ts-muted">{unit.id}</span>
                  </Button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
