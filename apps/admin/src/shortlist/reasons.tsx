import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import type { Candidate } from './shortlist.ts'

type Props = {
  round: string
  award: string
  languages: readonly string[]
  candidate: Candidate
  close: () => void
}

/** Why an entry is nominated, in each language of the round. */
export function Reasons({ round, award, languages, candidate, close }: Props) {
  const { t } = useTranslation('shortlist')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(candidate.reasons ?? {})
  const cache = useQueryClient()
  const set = useMutation(
    trpc.shortlist.set.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.shortlist.pathKey() })
        close()
      },
    }),
  )
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const reasons = Object.fromEntries(
      Object.entries(texts).flatMap(([language, text]) =>
        text.trim() === '' ? [] : [[language, text.trim()] as const],
      ),
    )
    set.mutate({ round, award, entry: candidate.entry, reasons })
  }
  return (
    <DialogFrame
      title={t(candidate.reasons === null ? 'nominateOf' : 'reasonsOf', { name: candidate.name })}
      lead={t('reasonsText')}
      size="wide"
      close={close}
    >
      <form className={form.form} onSubmit={submit}>
        {languages.map(language => (
          <Textfield
            key={language}
            label={t('reasonsIn', { language: names.of(language) ?? language })}
            lang={language}
            multiline
            rows={4}
            maxLength={5000}
            value={texts[language] ?? ''}
            onChange={({ target }) => setTexts({ ...texts, [language]: target.value })}
          />
        ))}
        {set.isError && <Problem error={set.error} />}
        <div className={form.buttons}>
          <Button type="submit" loading={set.isPending}>
            {t(candidate.reasons === null ? 'nominate' : 'save')}
          </Button>
          <Button type="button" variant="secondary" onClick={close}>
            {frame('cancel')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
